import type { Settings } from '../settings.ts'
import { Color } from './Color.tsx'
import { CopyAddress } from './CopyAddress.tsx'
import { Description } from './Description.tsx'
import { Groups } from './Groups.tsx'
import { Language } from './Language.tsx'
import { Reopening } from './Reopening.tsx'
import { Section } from './Section.tsx'
import { Side } from './Side.tsx'
import { Texts } from './Texts.tsx'
import { Visitors } from './Visitors.tsx'
import { WhenAway } from './WhenAway.tsx'
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
        <WhenAway value={config.whenAway} onChange={(whenAway) => settings.change({ whenAway })} />
      </Section>
      <Section title="Chats">
        <Description value={config.description} onChange={(description) => settings.change({ description })} />
      </Section>
      <Section title="Groups">
        <Groups config={config} onChange={settings.change} />
      </Section>
      <Section title="Privacy">
        <Visitors value={config.visitors} onChange={(visitors) => settings.change({ visitors })} />
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
