import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import './FilterBar.css'
import { removeFilter } from './use-filtering.ts'

const t = texts.attention.filter

const Remove = () => (
  <Button look="link" onClick={removeFilter}>
    {t.remove}
  </Button>
)

/** Below a list that a filter has made shorter: by how many. */
export const FilterNote = ({ hidden }: { readonly hidden: number }) =>
  hidden > 0 ? (
    <p class="filter-note">
      {t.hidden(hidden)} <Remove />
    </p>
  ) : null

/** In place of a list that a filter has emptied: so that nobody takes it for an empty one. */
export const FilteredOut = ({ hidden }: { readonly hidden: number }) => (
  <Empty icon="filter" title={t.none} text={t.noneText(hidden)}>
    <Remove />
  </Empty>
)
