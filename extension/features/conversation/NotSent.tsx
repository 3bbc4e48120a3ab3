import type { OutboxRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Button } from '../../ui/Button.tsx'

const t = texts.conversation

/** Why a message is not sent, and what to do: its text stays where it is (W27). */
export const NotSent = ({ item }: { readonly item: OutboxRow }) => (
  <div class="failure">
    <span>
      <strong>{t.state['not-sent']}:</strong> {item.refusal?.message ?? t.notSentYet}
    </span>
    <Button look="link" onClick={() => attempt(command('retry-message', { clientId: item.clientId }))}>
      {t.retry}
    </Button>
    {item.refusal && (
      <Button look="link" onClick={() => attempt(command('discard-message', { clientId: item.clientId }))}>
        {t.discard}
      </Button>
    )}
  </div>
)
