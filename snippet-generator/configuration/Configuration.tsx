import { UndoRedo } from '../history/UndoRedo.tsx'
import type { Settings } from '../settings.ts'
import { Export } from '../transfer/Export.tsx'
import { Import } from '../transfer/Import.tsx'
import { CopyAddress } from './CopyAddress.tsx'
import { Channels } from './channels/Channels.tsx'
import { Description } from './Description.tsx'
import { FormFields } from './form/FormFields.tsx'
import { Groups } from './Groups.tsx'
import { Language } from './Language.tsx'
import { LookSection } from './LookSection.tsx'
import { Reopening } from './Reopening.tsx'
import { Section } from './Section.tsx'
import { Texts } from './Texts.tsx'
import { Visitors } from './Visitors.tsx'
import { WhenAway } from './WhenAway.tsx'
import './Configuration.css'

export function Configuration({ settings }: { settings: Settings }) {
  const config = settings.config.value
  const { change } = settings
  return (
    <form class="configuration" aria-label="Configuration" onSubmit={(event) => event.preventDefault()}>
      <div class="toolbar">
        <UndoRedo settings={settings} />
        <button type="button" class="button" onClick={settings.reset}>
          Reset
        </button>
      </div>
      <Section title="Channels" hint="The ways in which visitors reach you, in the order of the list.">
        <Channels channels={config.channels} onChange={(channels) => change({ channels })} />
      </Section>
      <LookSection config={config} onChange={change} />
      <Section title="Language" hint="Fifteen are complete. A visitor’s browser says which one it wants.">
        <Language config={config} onChange={change} />
      </Section>
      <Section title="Behaviour" hint="What happens when you answer late, or nobody can.">
        <Reopening value={config.reopen} onChange={(reopen) => change({ reopen })} />
        <WhenAway value={config.whenAway} onChange={(whenAway) => change({ whenAway })} />
      </Section>
      <Section
        title="Before a chat"
        hint="What visitors are asked. A name always is, unless your site has told who they are."
      >
        <Description value={config.description} onChange={(description) => change({ description })} />
        <FormFields fields={config.fields} onChange={(fields) => change({ fields })} />
      </Section>
      <Section title="Groups" hint="Which of your teams a chat rings at.">
        <Groups config={config} onChange={change} />
      </Section>
      <Section title="Privacy" hint="What you know of people who have not written to you.">
        <Visitors value={config.visitors} onChange={(visitors) => change({ visitors })} />
      </Section>
      <Section title="Texts" hint="Your own words in place of ours.">
        <Texts values={config.texts} onChange={(texts) => change({ texts })} />
      </Section>
      <Section title="Keep and share" hint="The address of this page carries everything above; so does an export.">
        <CopyAddress address={settings.address} />
        <Export config={config} />
        <Import onImport={settings.replace} />
      </Section>
    </form>
  )
}
