import { texts } from '../../i18n/texts.ts'
import { openOptions } from '../../platform/options-page.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'

/** Before the first sign-in every surface says the same, and leads to the options. */
export const NoServer = () => (
  <Empty icon="server" title={texts.accounts.none} text={texts.accounts.noneText}>
    <Button look="primary" icon="plus" onClick={openOptions}>
      {texts.accounts.add}
    </Button>
  </Empty>
)
