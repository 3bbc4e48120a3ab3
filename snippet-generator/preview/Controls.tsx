import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { PreviewState } from '#shared/contract/preview-api.ts'
import type { Simulation } from './use-simulation.ts'
import './Controls.css'

interface ControlsProps {
  readonly simulation: Simulation
  readonly closePanel: () => void
  readonly loadAgain: () => void
}

/** What the simulated agent can be told, beside the sample page (G4). */
export function Controls({ simulation, closePanel, loadAgain }: ControlsProps) {
  const { state, problem, does, send } = simulation
  const text = useSignal('Yes, we have them in three colours.')
  const field = useId()
  const { chat, away = false, closed = false } = state.value ?? {}
  const phase = chat?.phase
  const open = phase === 'waiting' || phase === 'active'
  const reply = () => send(text.value)
  async function set(change: { away?: boolean; closed?: boolean }) {
    // Who chats is told of it; a page asks now and then, which is too long to wait for.
    if ((await does({ do: 'set', away, closed, ...change })) && !open) loadAgain()
  }
  return (
    <section class="controls" aria-label="Simulated agent">
      <h2>Kim, the simulated agent</h2>
      <output>{problem.value || wordsFor(state.value)}</output>
      <div class="acts">
        <button type="button" class="button" disabled={phase !== 'waiting'} onClick={() => does({ do: 'answer' })}>
          Answer
        </button>
        <button type="button" class="button" disabled={!open} onClick={() => does({ do: 'type' })}>
          Type
        </button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          reply()
        }}
      >
        <label for={field}>What Kim writes</label>
        <textarea
          id={field}
          rows={2}
          maxLength={2000}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
          }}
        />
        <div class="acts">
          <button type="submit" class="button" disabled={!open || !text.value.trim()}>
            Send
          </button>
          <button
            type="button"
            class="button"
            disabled={!open || !text.value.trim()}
            onClick={() => {
              closePanel()
              reply()
            }}
          >
            Close the panel, then send
          </button>
        </div>
      </form>
      <div class="acts">
        <button type="button" class="button" disabled={phase !== 'active'} onClick={() => does({ do: 'leave' })}>
          Leave
        </button>
        <button type="button" class="button" disabled={!open} onClick={() => does({ do: 'end' })}>
          End chat
        </button>
        <button
          type="button"
          class="button"
          disabled={!state.value || open || !text.value.trim()}
          onClick={() => does({ do: 'invite', text: text.value })}
        >
          Invite the visitor
        </button>
      </div>
      <label class="switch">
        <input
          type="checkbox"
          checked={away}
          disabled={!state.value}
          onChange={({ currentTarget }) => set({ away: currentTarget.checked })}
        />
        Kim is away
      </label>
      <label class="switch">
        <input
          type="checkbox"
          checked={closed}
          disabled={!state.value}
          onChange={({ currentTarget }) => set({ closed: currentTarget.checked })}
        />
        Outside office hours
      </label>
    </section>
  )
}

function wordsFor(state: PreviewState | null): string {
  if (!state) return 'Getting ready…'
  const { chat } = state
  if (!chat) return 'Nobody has written yet. Press the button on the page and start a chat.'
  if (chat.invited) return 'The visitor is invited, and has not accepted yet.'
  return { waiting: 'A visitor waits for an answer.', active: 'You are in the chat.', ended: 'The chat has ended.' }[
    chat.phase
  ]
}
