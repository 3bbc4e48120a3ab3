import type { ButtonConfig } from '#shared/widget-config/button-config.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Color } from './Color.tsx'
import { IconPath } from './look/IconPath.tsx'
import { MiniPages } from './look/MiniPages.tsx'
import { Offset } from './look/Offset.tsx'
import { Phone } from './look/Phone.tsx'
import { Shape } from './look/Shape.tsx'
import { Theme } from './look/Theme.tsx'
import { Section } from './Section.tsx'
import { Side } from './Side.tsx'

interface LookSectionProps {
  readonly config: FrameConfig
  readonly onChange: (part: Partial<ButtonConfig>) => void
}

export function LookSection({ config, onChange }: LookSectionProps) {
  return (
    <Section title="Look" hint="How the button and the chat look, and where they stand.">
      <MiniPages config={config} />
      <Color value={config.color} onChange={(color) => onChange({ color })} />
      <Theme value={config.theme} onChange={(theme) => onChange({ theme })} />
      <Shape value={config.shape} onChange={(shape) => onChange({ shape })} />
      <IconPath label="Icon of the button" value={config.icon} onChange={(icon) => onChange({ icon })} />
      <Side value={config.side} onChange={(side) => onChange({ side })} />
      <Offset value={config.offset} onChange={(offset) => onChange({ offset })} />
      <Phone value={config.phone} onChange={(phone) => onChange({ phone })} />
    </Section>
  )
}
