import type { View } from '../chat/view.ts'
import { CallbackForm } from './CallbackForm.tsx'
import { chosenWay } from './draft.ts'
import { LeaveMessageForm } from './LeaveMessageForm.tsx'

/** The form of the way that was chosen, in the conversation's place. */
export const OtherWay = ({ view }: { readonly view: View }) =>
  chosenWay(view.visit) === 'callback' ? <CallbackForm view={view} /> : <LeaveMessageForm view={view} />
