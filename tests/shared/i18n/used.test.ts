import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MessageState } from '#shared/client/message-state.ts'
import { fieldTypes } from '#shared/domain/fields/field.ts'
import { channelTexts } from '#shared/i18n/channels.ts'
import { allTexts } from '#shared/i18n/widget/all-texts.ts'
import { channelTypes } from '#shared/widget-config/channel.ts'

const widget = join(import.meta.dirname, '../../../widget')
const sources = readdirSync(widget, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('build'))
  .map((name) => readFileSync(join(widget, name), 'utf8'))
  .join('\n')
/** Said by other names than their own: what is wrong with a field by its type, and how far a message is by its state. */
const said = [
  ...(/`\$\{type\}Wrong`/.test(sources) ? fieldTypes.map((type) => `${type}Wrong`) : []),
  ...(sources.includes('t(state)') ? (['sending', 'sent', 'delivered', 'read'] satisfies MessageState[]) : []),
]

describe('W30: no text is carried to visitors in fifteen languages for nothing', () => {
  it.each(Object.keys(allTexts))('the widget says %s', (key) =>
    expect(said.includes(key) || sources.includes(`'${key}'`)).toBe(true),
  )

  const own = Object.keys(channelTexts.en).filter((key) => !(channelTypes as readonly string[]).includes(key))
  it.each(own)('the list of channels says %s', (key) => expect(sources.includes(`texts.${key}`)).toBe(true))
})
