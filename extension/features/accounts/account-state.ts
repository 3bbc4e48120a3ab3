import type { AccountState } from '../../core/db.ts'
import type { DotTone } from '../../ui/Dot.tsx'

export const toneOf: Readonly<Record<AccountState, DotTone>> = {
  online: 'good',
  connecting: 'warn',
  offline: 'bad',
  'signed-out': 'none',
}
