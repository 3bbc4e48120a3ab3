import { FollowUpActions } from './FollowUpActions.tsx'
import './FollowUpFoot.css'
import { FollowUpFacts } from './FollowUpFacts.tsx'
import type { FollowUpView } from './use-follow-ups.ts'

/** Below the log of a chat that somebody is still to see to: how to reach the visitor, and what can be done here. */
export const FollowUpFoot = ({ view }: { readonly view: FollowUpView }) => (
  <div class="foot follow-up-foot">
    <FollowUpFacts followUp={view.row.followUp} />
    <FollowUpActions view={view} />
  </div>
)
