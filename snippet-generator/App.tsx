import { CheckMySite } from './check/CheckMySite.tsx'
import type { CheckMySite as Check } from './check/check-my-site.ts'
import { IntegrationCode } from './code/IntegrationCode.tsx'
import { Configuration } from './configuration/Configuration.tsx'
import { Notice } from './Notice.tsx'
import { Preview } from './preview/Preview.tsx'
import { SavedWidgets } from './saved/SavedWidgets.tsx'
import type { SavedWidgets as Saved } from './saved/saved-widgets.ts'
import type { Settings } from './settings.ts'
import { Tabs } from './tabs/Tabs.tsx'
import '#shared/look/page.css'
import './App.css'

export interface AppParts {
  readonly settings: Settings
  readonly saved: Saved
  readonly check: Check
  readonly origin: string
}

export function App({ settings, saved, check, origin }: AppParts) {
  const config = settings.config.value
  return (
    <div class="generator">
      <header>
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="" width="24" height="24" />
          Deskbell
        </a>
        <h1>Snippet generator</h1>
        <p class="muted">
          Choose how the contact button looks and speaks, see it, and copy the code for your site. Nothing is saved by
          itself: the address of this page carries what you chose.
        </p>
      </header>
      <main>
        <Notice settings={settings} />
        <Tabs
          label="Snippet generator"
          selected={settings.tab.value}
          onSelect={(tab) => {
            settings.tab.value = tab
          }}
          tabs={[
            { id: 'configuration', name: 'Configuration', content: () => <Configuration settings={settings} /> },
            {
              id: 'code',
              name: 'Integration code',
              content: () => (
                <>
                  <IntegrationCode origin={origin} config={config} />
                  <SavedWidgets saved={saved} origin={origin} />
                  <CheckMySite check={check} />
                </>
              ),
            },
            { id: 'preview', name: 'Preview', content: () => <Preview config={config} /> },
          ]}
        />
      </main>
    </div>
  )
}
