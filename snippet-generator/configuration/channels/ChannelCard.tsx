import type { Channel, ChannelType } from '#shared/widget-config/channel.ts'
import { LONGEST_TEXT } from '../../bounds.ts'
import { IconPath } from '../look/IconPath.tsx'
import { TextLine } from '../TextLine.tsx'
import { channelKinds } from './channel-kinds.ts'
import { channelProblems } from './channel-problems.ts'
import { Hours } from './Hours.tsx'

export function ChannelCard({ channel, onChange }: { channel: Channel; onChange: (channel: Channel) => void }) {
  const kind = channelKinds[channel.type]
  const problems = channelProblems(channel)
  const write = (key: Written) => (value: string) => onChange(withPart(channel, key, value))
  const label = (
    <TextLine
      label="Name in the list"
      value={channel.label ?? ''}
      maxLength={LONGEST_NAME}
      placeholder={kind.name}
      hint={channel.type === 'link' ? 'As visitors read it.' : 'Empty: ours, in the visitor’s language.'}
      problem={problems.label}
      onChange={write('label')}
    />
  )
  return (
    <>
      <p class="hint">{kind.hint}</p>
      {channel.type === 'link' && label}
      {kind.where && (
        <TextLine
          label={kind.where.label}
          isCode
          inputMode={kind.where.inputMode}
          value={channel.to ?? ''}
          maxLength={LONGEST_TEXT}
          placeholder={kind.where.example}
          hint={`Such as ${kind.where.example}.`}
          problem={problems.to}
          onChange={write('to')}
        />
      )}
      <details open={'hours' in channel || 'icon' in channel || undefined}>
        <summary>{whatMore(channel.type)}</summary>
        <div class="fields">
          {kind.subject && (
            <TextLine
              label="Subject"
              value={channel.subject ?? ''}
              maxLength={LONGEST_SUBJECT}
              hint="What the e-mail is about, so that you find it again; the visitor may change it."
              onChange={write('subject')}
            />
          )}
          {kind.text && (
            <TextLine
              label={kind.text}
              value={channel.text ?? ''}
              maxLength={LONGEST_TEXT}
              hint="Stands ready where the visitor writes; they may change it."
              onChange={write('text')}
            />
          )}
          {channel.type !== 'link' && label}
          <IconPath label="Icon in the list" value={channel.icon ?? ''} onChange={write('icon')} />
          <Hours
            hours={channel.hours}
            onChange={(hours) => {
              const { hours: _, ...rest } = channel
              onChange(hours ? { ...rest, hours } : rest)
            }}
          />
        </div>
      </details>
    </>
  )
}

function whatMore(type: ChannelType): string {
  if (type === 'link') return 'Icon and hours'
  const { subject, text } = channelKinds[type]
  if (subject) return 'Subject, text, name, icon and hours'
  return text ? 'Text, name, icon and hours' : 'Name, icon and hours'
}

/** Characters, as the widget takes them at most. */
const LONGEST_SUBJECT = 200

/** Characters of a name: more do not fit into the list. */
const LONGEST_NAME = 60

type Written = 'to' | 'subject' | 'text' | 'label' | 'icon'

/** What is empty is not there, so that our own takes its place. */
function withPart(channel: Channel, key: Written, value: string): Channel {
  const { [key]: _, ...rest } = channel
  return value === '' ? rest : { ...rest, [key]: value }
}
