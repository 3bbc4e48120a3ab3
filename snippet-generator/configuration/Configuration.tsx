import type { Settings } from '../settings.ts'
import { Color } from './Color.tsx'
import { CopyAddress } from './CopyAddress.tsx'
import { Language } from './Language.tsx'
import { Reopening } from './Reopening.tsx'
import { Section } from './Section.tsx'
import { Side } from './Side.tsx'
import { Texts } from './Texts.tsx'
import './Configuration.css'

export function Configuration({ settings }: { settings: Settings }) {
  const config = settings.config.value
  return (
    <form class="configuration" aria-label="Configuration" onSubmit={(event) => event.preventDefault()}>
      <Section title="Look">
        <Color value={config.color} onChange={(color) => settings.change({ color })} />
        <Side value={config.side} onChange={(side) => settings.change({ side })} />
      </Section>
      <Section title="Language">
        <Language config={config} onChange={settings.change} />
      </Section>
      <Section title="Behaviour">
        <Reopening value={config.reopen} onChange={(reopen) => settings.change({ reopen })} />
      </Section>
      <Section title="Texts">
        <Texts values={config.texts} onChange={(texts) => settings.change({ texts })} />
      </Section>
      <div class="actions">
        <CopyAddress address={settings.address} />
        <button type="button" class="button" onClick={settings.reset}>
          Reset
        </button>
      </div>
    </form>
  )
}
