import type { ChannelType } from '#shared/widget-config/channel.ts'
import { emailProblem, handleProblem, linkProblem, numberProblem, wideNumberProblem } from './where-problems.ts'

/** What an owner says about a way to be reached; as sites of the vendors describe their own public links. */
export interface ChannelKind {
  /** As visitors read it, unless the owner names it otherwise. */
  readonly name: string
  readonly hint: string
  /** Where it leads; none for what this server does itself. */
  readonly where?: {
    readonly label: string
    readonly example: string
    readonly inputMode: 'email' | 'tel' | 'url' | 'text'
    /** What is wrong with it, in a sentence. */
    readonly problem: (to: string) => string | undefined
  }
  /** What it is about can be given, too. */
  readonly subject?: true
  /** What the text is called that the link can bring along; none where the vendor's links take no text. */
  readonly text?: string
}

const MESSAGE = 'Message to begin with'
const number = { example: '+49 30 123456', inputMode: 'tel' } as const

/** In the order in which they are offered. */
export const channelKinds: Readonly<Record<ChannelType, ChannelKind>> = {
  chat: { name: 'Live chat', hint: 'Your agents answer in their browser’s toolbar.' },
  callback: { name: 'Call me back', hint: 'Visitors leave a number and the times that suit them.' },
  email: {
    name: 'Email',
    hint: 'Opens the visitor’s own mail program.',
    where: { label: 'Address', example: 'hello@shop.example', inputMode: 'email', problem: emailProblem },
    subject: true,
    text: 'Text to begin with',
  },
  phone: {
    name: 'Phone',
    hint: 'Calls at a touch on phones; elsewhere it opens what makes calls there.',
    where: { label: 'Number', ...number, problem: numberProblem },
  },
  sms: {
    name: 'SMS',
    hint: 'Opens a text message on phones.',
    where: { label: 'Number', ...number, problem: numberProblem },
    text: MESSAGE,
  },
  whatsapp: {
    name: 'WhatsApp',
    hint: 'Opens a chat at wa.me, in the app where it is installed.',
    where: { label: 'Number', ...number, problem: wideNumberProblem },
    text: MESSAGE,
  },
  telegram: {
    name: 'Telegram',
    hint: 'Opens a chat at t.me.',
    where: {
      label: 'User name',
      example: 'shop_example',
      inputMode: 'text',
      problem: handleProblem(/^@?[a-z]\w{3,31}$/i),
    },
    text: MESSAGE,
  },
  messenger: {
    name: 'Messenger',
    hint: 'Opens a chat with your Facebook page at m.me.',
    where: {
      label: 'Name of your page',
      example: 'shop.example',
      inputMode: 'text',
      problem: handleProblem(/^[\w.-]{1,64}$/),
    },
    text: MESSAGE,
  },
  viber: {
    name: 'Viber',
    hint: 'Opens the app where it is installed.',
    where: { label: 'Number', ...number, problem: wideNumberProblem },
    text: MESSAGE,
  },
  instagram: {
    name: 'Instagram',
    hint: 'Opens a direct message at ig.me.',
    where: {
      label: 'User name',
      example: 'shop.example',
      inputMode: 'text',
      problem: handleProblem(/^@?[\w.]{1,30}$/),
    },
  },
  line: {
    name: 'LINE',
    hint: 'Opens your official account.',
    where: { label: 'LINE ID', example: '@shop', inputMode: 'text', problem: handleProblem(/^@?[\w.-]{1,40}$/) },
  },
  discord: {
    name: 'Discord',
    hint: 'Opens an invitation to your server.',
    where: {
      label: 'Code of an invitation',
      example: 'aB3dE5f',
      inputMode: 'text',
      problem: handleProblem(/^[\w-]{2,40}$/),
    },
  },
  link: {
    name: 'Link of your own',
    hint: 'Any other place: a help page, a booking form, a channel that is not in this list.',
    where: { label: 'Address', example: 'https://shop.example/help', inputMode: 'url', problem: linkProblem },
  },
}
