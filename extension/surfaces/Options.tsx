import { Accounts } from '../features/accounts/Accounts.tsx'
import { useAccounts } from '../features/accounts/use-accounts.ts'
import { Administration } from '../features/administration/Administration.tsx'
import { QuietSettings } from '../features/settings/QuietSettings.tsx'
import { SoundSettings } from '../features/settings/SoundSettings.tsx'
import { WritingSettings } from '../features/settings/WritingSettings.tsx'
import { texts } from '../i18n/texts.ts'
import { FailureBanner } from '../live/FailureBanner.tsx'
import './Options.css'

/** Servers, sound, quiet and writing. */
export function Options() {
  const accounts = useAccounts()
  if (!accounts) return <main class="options" />
  return (
    <main class="options">
      <h1>{texts.settings.title}</h1>
      <FailureBanner />
      <section aria-labelledby="servers">
        <h2 id="servers">{texts.accounts.heading}</h2>
        <p class="intro">{texts.accounts.intro}</p>
        <Accounts accounts={accounts} />
      </section>
      <Administration accounts={accounts} />
      <section aria-labelledby="sound">
        <h2 id="sound">{texts.settings.sound}</h2>
        <SoundSettings />
      </section>
      <section aria-labelledby="quiet">
        <h2 id="quiet">{texts.attention.quiet.heading}</h2>
        <QuietSettings />
      </section>
      <section aria-labelledby="writing">
        <h2 id="writing">{texts.settings.writing}</h2>
        <WritingSettings />
      </section>
    </main>
  )
}
