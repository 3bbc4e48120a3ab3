import type { ComponentChildren } from 'preact'
import { Avatar } from '../../../extension/ui/Avatar.tsx'
import { Banner } from '../../../extension/ui/Banner.tsx'
import { Button, IconButton } from '../../../extension/ui/Button.tsx'
import { Checkbox } from '../../../extension/ui/Checkbox.tsx'
import { Count } from '../../../extension/ui/Count.tsx'
import { Dot } from '../../../extension/ui/Dot.tsx'
import { Empty } from '../../../extension/ui/Empty.tsx'
import { Icon, iconNames } from '../../../extension/ui/Icon.tsx'
import { Loading } from '../../../extension/ui/Loading.tsx'
import { Slider } from '../../../extension/ui/Slider.tsx'
import { Tabs } from '../../../extension/ui/Tabs.tsx'
import { TextArea } from '../../../extension/ui/TextArea.tsx'
import { TextField } from '../../../extension/ui/TextField.tsx'
import './components.css'

const nothing = () => {}
const looks = ['primary', 'plain', 'quiet', 'danger', 'link'] as const
const tones = ['good', 'warn', 'bad', 'none'] as const

const Part = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <section>
    <h2>{name}</h2>
    <div>{children}</div>
  </section>
)

/** Every primitive in every state. */
export const Components = () => (
  <main class="components">
    <Part name="Button">
      {looks.map((look) => (
        <Button key={look} look={look}>
          {look}
        </Button>
      ))}
      {looks.map((look) => (
        <Button key={look} look={look} disabled icon="send">
          {look}
        </Button>
      ))}
      <IconButton icon="settings" label="Options" />
      <IconButton icon="send" label="Send" look="primary" />
    </Part>
    <Part name="Icon">
      {iconNames.map((name) => (
        <Icon key={name} name={name} />
      ))}
    </Part>
    <Part name="Avatar, Dot, Count">
      {['Ana Silva', 'Jo', '王小明', 'נועה לוי'].map((name) => (
        <Avatar key={name} name={name} />
      ))}
      {tones.map((tone) => (
        <Dot key={tone} tone={tone} label={tone} />
      ))}
      <Count value={3} /> <Count value={120} loud />
    </Part>
    <Part name="TextField">
      <TextField label="Empty" value="" onValue={nothing} hint="A hint about it" />
      <TextField label="Filled" value="chat.example.org" onValue={nothing} />
      <TextField label="Wrong" value="chat" onValue={nothing} error="This is no web address." />
    </Part>
    <Part name="TextArea">
      <TextArea label="Message" placeholder="Write" value="" onValue={nothing} />
      <TextArea label="Message" value={'One line,\nand another'} onValue={nothing} />
    </Part>
    <Part name="Checkbox, Slider">
      <Checkbox label="Enter sends the message" checked onChecked={nothing} hint="Shift+Enter breaks the line." />
      <Slider label="Volume" value={0.8} onValue={nothing} />
    </Part>
    <Part name="Tabs">
      <Tabs
        label="Lists"
        tabs={[
          { key: 'a', label: 'Chosen', count: 2, loud: true },
          { key: 'b', label: 'Other' },
        ]}
        selected="a"
        onSelect={nothing}
      >
        Panel
      </Tabs>
    </Part>
    <Part name="Banner">
      <Banner icon="hourglass">Something goes on.</Banner>
      <Banner icon="offline" tone="warn" actions={<Button>Act</Button>}>
        Something is not as it should be.
      </Banner>
      <Banner icon="warning" tone="bad">
        Something is wrong.
      </Banner>
    </Part>
    <Part name="Empty, Loading">
      <Empty icon="bell" title="Nobody is waiting" text="You hear the bell when a visitor rings." />
      <Loading label="Loading" />
    </Part>
  </main>
)
