import type { Language } from './languages.ts'

/** What the list of ways to reach the owner says. Brands keep their own names in every language. */
export interface ChannelTexts {
  /** The list's own name. */
  readonly list: string
  readonly chat: string
  readonly callback: string
  readonly email: string
  readonly phone: string
  readonly sms: string
  /** Said after the name of a channel that leaves the page. */
  readonly newTab: string
}

/** Come together, with the icons, when the list is opened first: each is a handful of words. */
const all = {
  en: {
    list: 'Ways to reach us',
    chat: 'Live chat',
    callback: 'Call me back',
    email: 'Email',
    phone: 'Phone',
    sms: 'Text message',
    newTab: 'opens in a new tab',
  },
  de: {
    list: 'So erreichen Sie uns',
    chat: 'Live-Chat',
    callback: 'Rückruf anfordern',
    email: 'E-Mail',
    phone: 'Telefon',
    sms: 'SMS',
    newTab: 'öffnet in einem neuen Tab',
  },
  fr: {
    list: 'Nous joindre',
    chat: 'Chat en direct',
    callback: 'Me rappeler',
    email: 'E-mail',
    phone: 'Téléphone',
    sms: 'SMS',
    newTab: 's’ouvre dans un nouvel onglet',
  },
  es: {
    list: 'Formas de contactarnos',
    chat: 'Chat en vivo',
    callback: 'Que me llamen',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    sms: 'SMS',
    newTab: 'se abre en una pestaña nueva',
  },
  pt: {
    list: 'Como falar conosco',
    chat: 'Chat ao vivo',
    callback: 'Liguem para mim',
    email: 'E-mail',
    phone: 'Telefone',
    sms: 'SMS',
    newTab: 'abre em uma nova guia',
  },
  it: {
    list: 'Come contattarci',
    chat: 'Chat dal vivo',
    callback: 'Richiedi una chiamata',
    email: 'E-mail',
    phone: 'Telefono',
    sms: 'SMS',
    newTab: 'si apre in una nuova scheda',
  },
  nl: {
    list: 'Zo bereikt u ons',
    chat: 'Livechat',
    callback: 'Bel mij terug',
    email: 'E-mail',
    phone: 'Telefoon',
    sms: 'Sms',
    newTab: 'opent in een nieuw tabblad',
  },
  pl: {
    list: 'Jak się z nami skontaktować',
    chat: 'Czat na żywo',
    callback: 'Proszę o telefon',
    email: 'E-mail',
    phone: 'Telefon',
    sms: 'SMS',
    newTab: 'otwiera się w nowej karcie',
  },
  tr: {
    list: 'Bize ulaşma yolları',
    chat: 'Canlı sohbet',
    callback: 'Beni arayın',
    email: 'E-posta',
    phone: 'Telefon',
    sms: 'SMS',
    newTab: 'yeni sekmede açılır',
  },
  uk: {
    list: 'Як із нами зв’язатися',
    chat: 'Онлайн-чат',
    callback: 'Передзвоніть мені',
    email: 'Електронна пошта',
    phone: 'Телефон',
    sms: 'SMS',
    newTab: 'відкриється в новій вкладці',
  },
  ru: {
    list: 'Как с нами связаться',
    chat: 'Онлайн-чат',
    callback: 'Перезвоните мне',
    email: 'Электронная почта',
    phone: 'Телефон',
    sms: 'SMS',
    newTab: 'откроется в новой вкладке',
  },
  ja: {
    list: 'お問い合わせ方法',
    chat: 'ライブチャット',
    callback: '折り返し電話を依頼',
    email: 'メール',
    phone: '電話',
    sms: 'SMS',
    newTab: '新しいタブで開きます',
  },
  zh: {
    list: '联系方式',
    chat: '在线聊天',
    callback: '请给我回电',
    email: '电子邮件',
    phone: '电话',
    sms: '短信',
    newTab: '在新标签页中打开',
  },
  he: {
    list: 'דרכים ליצור איתנו קשר',
    chat: 'צ׳אט חי',
    callback: 'חזרו אליי בטלפון',
    email: 'דוא״ל',
    phone: 'טלפון',
    sms: 'מסרון',
    newTab: 'נפתח בכרטיסייה חדשה',
  },
  ar: {
    list: 'طرق التواصل معنا',
    chat: 'دردشة مباشرة',
    callback: 'اتصلوا بي',
    email: 'البريد الإلكتروني',
    phone: 'الهاتف',
    sms: 'رسالة نصية',
    newTab: 'يُفتح في علامة تبويب جديدة',
  },
} as const satisfies Record<string, ChannelTexts>

export const channelTexts: Readonly<Record<Language, ChannelTexts>> = all
