import type { Api } from '#shared/contract/api.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import type { RequestOf, ResponseOf } from '#shared/contract/route.ts'
import type { AccountId } from './db.ts'
import { command } from './request.ts'

/** What the options page does on a server. Nothing of it is kept in this browser: it is asked for whenever it is shown. */
export const adminOperations = [
  'listAgents',
  'createAgent',
  'updateAgent',
  'listGroups',
  'saveGroup',
  'removeGroup',
  'listStatuses',
  'saveStatus',
  'removeStatus',
  'getIdentitySecret',
  'renewIdentitySecret',
] as const
export type AdminOperation = (typeof adminOperations)[number]

export type AdminInput<O extends AdminOperation> = RequestOf<Api[O]>
export type AdminResult<O extends AdminOperation> = ResponseOf<Api[O]>
/** An operation with what it takes, as the contract says. */
export type AdminRequest = {
  [O in AdminOperation]: { readonly operation: O; readonly input: AdminInput<O> }
}[AdminOperation]

export type AdminAnswer<O extends AdminOperation> =
  | { readonly ok: true; readonly value: AdminResult<O> }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Asks the background to do it, and gives the server's answer.
 * @param unheard what to say when the background does not answer at all
 */
export async function administer<O extends AdminOperation>(
  accountId: AccountId,
  operation: O,
  input: AdminInput<O>,
  unheard: string,
): Promise<AdminAnswer<O>> {
  const request = { operation, input } as unknown as AdminRequest
  const answer = await command('administer', { accountId, request }).catch(() => null)
  if (!answer) return { ok: false, refusal: refuse('unavailable', unheard) }
  return answer.ok ? { ok: true, value: answer.value.result as AdminResult<O> } : answer
}
