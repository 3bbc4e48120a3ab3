import { limits } from '#shared/contract/limits.ts'
import type { GivenField } from '#shared/contract/visitor-fields.ts'
import { enForm } from '#shared/i18n/widget/en-form.ts'
import { type FormField, readFields } from '#shared/widget-config/read-fields.ts'
import type { Visit } from '../../boot/visit.ts'
import type { Sender } from '../../chat/sender.ts'
import { givenFields, isRequired, problemWith } from './answers.ts'
import style from './Form.css?inline'
import { createIdentifying } from './identifying.ts'
import { Questions } from './Questions.tsx'
import { readSaid } from './said.ts'
import { takeBack } from './take-back.ts'

/** What the owner asks before a chat begins (W9), and what the page has said of the visitor already (W11, W33). */
export interface Form {
  readonly texts: typeof enForm
  readonly Questions: typeof Questions
  readonly fields: readonly FormField[]
  /** The answer as it is now: what the visitor wrote, else what the page said. */
  answer(key: string): string
  change(key: string, answer: string): void
  /** What was wrong with it when the chat was to begin. */
  problem(key: string): 'missing' | 'wrong' | null
  /** Whether the chat can begin; else what is wrong is shown, and what is to be filled in first has the focus. */
  isComplete(): boolean
  /** The visitor's name, as far as the page or its server has said it; empty when they have to. */
  name(): string
  /** Whether they have to be asked for it. */
  asksName(): boolean
  /** Whether everything was said by the page: then nothing is asked, and the chat begins with the first message. */
  skips(): boolean
  given(): GivenField[]
  /** Before anything is sent in the visitor's name. Throws where there is no connection. */
  ready(): Promise<void>
}

/** Answers are kept here, for later chats too, each with what the page said when it was written. */
const key = 'answers'
type Kept = Record<string, readonly [answer: string, said: string]>

/** @param config settings as the page gave it */
export function openForm(visit: Visit, sender: Sender, config: object): Form {
  const { keep, sessions } = visit
  const { fields, problems: wrong } = readFields(config)
  for (const problem of wrong) console.warn('Deskbell:', problem)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  const identifying = createIdentifying(visit)
  const problems = new Map<string, 'missing' | 'wrong'>()

  const written = () => keep.get<Kept>(key) ?? {}
  const said = () => {
    const { email, phone } = identifying.now() ?? {}
    return new Map([...readSaid(visit.said).values, ...Object.entries({ email, phone }).filter(isSaid)])
  }
  /** No page agrees in its visitor's place. What it says anew counts more than what the visitor wrote before. */
  const answers = () => {
    const bySite = said()
    for (const { key: of, type } of fields) if (type === 'consent') bySite.delete(of)
    const own = Object.entries(written()).filter(([of, [, before]]) => before === (bySite.get(of) ?? ''))
    return new Map([...bySite, ...own.map(([of, [answer]]) => [of, answer] as const)])
  }

  function follow() {
    if (visit.now().last) forgetConsent()
    if (identifying.wants() && !identifying.isUnderWay()) identifying.ready().catch(() => {}) // No connection: sending tries again.
    const refused = takeBack(visit, sender)
    for (const of of refused) if (fields.some((field) => field.key === of)) problems.set(of, 'wrong')
    if (refused.length) visit.changed()
  }
  /** It was given for one chat, and has come with that. */
  function forgetConsent() {
    const left = Object.entries(written())
    const others = left.filter(([of]) => fields.find((field) => field.key === of)?.type !== 'consent')
    if (others.length < left.length) keep.set(key, Object.fromEntries(others))
  }
  const form: Form = {
    texts: enForm,
    Questions,
    fields,
    answer: (of) => answers().get(of) ?? '',
    change(of, answer) {
      const isConsent = fields.some((field) => field.key === of && field.type === 'consent')
      keep.set(key, { ...written(), [of]: [answer, (!isConsent && said().get(of)) || ''] } satisfies Kept)
      problems.delete(of)
      visit.changed()
    },
    problem: (of) => problems.get(of) ?? null,
    isComplete() {
      problems.clear()
      for (const field of fields) {
        const problem = problemWith(field, form.answer(field.key))
        if (problem) problems.set(field.key, problem)
      }
      const [first] = problems.keys()
      const message = document.querySelector<HTMLTextAreaElement>('#message')
      const empty = first
        ? document.getElementById(`field-${first}`)
        : isEmpty(message) && form.skips()
          ? message
          : null
      if (first) visit.changed()
      empty?.focus()
      return !first && !empty
    },
    name() {
      const byItself = sessions.current()?.visitor.name || keep.get<string>('name')
      const name = (!identifying.now() && said().get('name')) || byItself || ''
      return name.slice(0, limits.name).toWellFormed()
    },
    asksName: () => !sessions.current()?.visitor.name && !identifying.isUnderWay() && !said().get('name'),
    skips() {
      if (problems.size || form.asksName() || !(said().get('name') || identifying.now() || identifying.isUnderWay()))
        return false
      const bySite = said()
      return fields.every(
        (field) => !isRequired(field) || (field.type !== 'consent' && !problemWith(field, bySite.get(field.key) ?? '')),
      )
    },
    given() {
      const besides = said()
      besides.delete('name')
      const { email, phone } = identifying.now() ?? {}
      if (besides.get('email') === email) besides.delete('email')
      if (besides.get('phone') === phone) besides.delete('phone')
      return givenFields(fields, answers(), besides, /-([A-Z]{2})\b/.exec(navigator.languages.join())?.[1])
    },
    ready: identifying.ready,
  }
  visit.onChange(follow)
  follow()
  return form
}

const isEmpty = (field: HTMLTextAreaElement | null) => field?.value.trim() === ''
const isSaid = (entry: [string, string | undefined]): entry is [string, string] => Boolean(entry[1])
