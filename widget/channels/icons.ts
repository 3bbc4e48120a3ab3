import type { ChannelType } from '#shared/widget-config/channel.ts'

const bubble = 'M20 11.5a8 8 0 0 1-11.6 7.1L4 20l1.4-4.2A8 8 0 1 1 20 11.5'
const handset = 'M8 4H5a1 1 0 0 0-1 1 15 15 0 0 0 15 15 1 1 0 0 0 1-1v-3l-4-2-2 2a12 12 0 0 1-6-6l2-2z'

/** Of each channel, in lines, in a box of 24×24. Plain signs, since a list in one colour has no room for trade marks. */
export const icons: Readonly<Record<ChannelType, string>> = {
  chat: `${bubble}M8.5 11.5h0m3.5 0h0m3.5 0h0`,
  callback: `${handset}M14 4h6v6M20 4l-6 6`,
  email: 'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M3.5 7.5 12 13l8.5-5.5',
  phone: handset,
  sms: 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M7.5 9h9M7.5 13h5',
  whatsapp: `${bubble}M9.5 8c-1.3 1.300-.5 3.500 1.200 5.200s3.900 2.500 5.200 1.200l-1.900-1.500-1 .9a5 5 0 0 1-2.500-2.500l.9-1z`,
  telegram: 'M21 4 3 11l6 2.500M21 4l-3 16-9-6.500M21 4 9 13.500V20l3.200-4',
  messenger: `${bubble}M7.500 13.500l3-3 2.500 2 3-3`,
  viber: `${handset}M13 4a7 7 0 0 1 7 7M13.500 8a3 3 0 0 1 2.500 2.500`,
  instagram:
    'M8 3h8a5 5 0 0 1 5 5v8a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M17 7h0',
  line: 'M12 4c5 0 9 3 9 7 0 3-3.500 6-8.500 9.500.3-1.800.2-2.500-.5-2.500-5 0-9-3-9-7s4-7 9-7M8 9v4h2M16 9h-2v4h2M14 11h1.500',
  discord:
    'M8 5.500C9 5 15 5 16 5.500l1-1c2 .5 3 1 3 1 1.500 3 2 6.500 2 10-1.500 1.500-3 2-4.500 2.500L16 16M8 16l-1.500 2C5 17.500 3.500 17 2 15.500c0-3.500.5-7 2-10 0 0 1-.5 3-1l1 1M7 16c3 1.500 7 1.500 10 0M9 11.500h0m6 0h0',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-6-5.800L12 6.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 6 5.800l1-.900',
}
