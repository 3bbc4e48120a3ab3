import { useEffect } from 'preact/hooks'
import { CodeView } from '../code/CodeView.tsx'
import { SaveForm } from './SaveForm.tsx'
import { SignIn } from './SignIn.tsx'
import './saved.css'
import type { SavedWidgets as Saved } from './saved-widgets.ts'
import { WidgetRow } from './WidgetRow.tsx'

/** Configurations kept on the server under a name: a page that names one follows its changes (G2). */
export function SavedWidgets({ saved, origin }: { saved: Saved; origin: string }) {
  const isSignedIn = saved.admin.value !== null
  useEffect(() => {
    if (isSignedIn && saved.widgets.value === null) void saved.list()
  }, [isSignedIn])
  return (
    <section class="saved" aria-labelledby="saved-title">
      <h2 id="saved-title">Saved widgets</h2>
      <p>
        An administrator can save these settings on the server under a name. The code then only names them, and a later
        change reaches every page by itself, within a minute.
      </p>
      {isSignedIn ? <SignedIn saved={saved} origin={origin} /> : <SignIn saved={saved} />}
      <output class="said">{saved.said.value}</output>
      <p class="problem" role="alert">
        {saved.problem.value}
      </p>
    </section>
  )
}

function SignedIn({ saved, origin }: { saved: Saved; origin: string }) {
  const widgets = saved.widgets.value
  const name = saved.open.value?.name
  return (
    <>
      <p class="who">
        <span>Signed in as {saved.admin.value?.name}</span>
        <button type="button" class="button" onClick={() => void saved.signOut()}>
          Sign out
        </button>
      </p>
      {widgets && (
        <>
          {widgets.length === 0 && <p class="muted">Nothing is saved yet.</p>}
          <ul class="widgets">
            {widgets.map((widget) => (
              <WidgetRow key={widget.name} saved={saved} widget={widget} />
            ))}
          </ul>
          <SaveForm key={name ?? ''} saved={saved} />
          {name && (
            <CodeView
              name={`Code for ${name}`}
              code={`<script async src="${origin}/widget.js" data-widget="${name}"></script>`}
              copy="Copy this line"
              done="Copied. Paste it right before </body>."
            />
          )}
        </>
      )}
    </>
  )
}
