import { IntegrationCode } from './code/IntegrationCode.tsx'
import { Configuration } from './configuration/Configuration.tsx'
import { Notice } from './Notice.tsx'
import { Preview } from './preview/Preview.tsx'
import type { Settings } from './settings.ts'
import { Tabs } from './tabs/Tabs.tsx'
import '#shared/look/page.css'
import './App.css'

export function App({ settings, origin }: { settings: Settings; origin: string }) {
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
          Choose how the contact button looks and speaks, see it, and copy the code for your site. Nothing is saved: the
          address of this page carries what you chose.
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
              content: () => <IntegrationCode origin={origin} config={config} />,
            },
            { id: 'preview', name: 'Preview', content: () => <Preview config={config} /> },
          ]}
        />
      </main>
    </div>
  )
}
