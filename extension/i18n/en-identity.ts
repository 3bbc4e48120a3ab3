/** The English words about who a visitor is, as their site says it (W11), and what they answered before a chat (W9). */
export const identity = {
  verified: 'verified',
  verifiedWhy: 'The site has signed this.',
  notVerified: 'not verified',
  notVerifiedWhy: 'The visitor or the page says so; the site has not signed it.',
  identified: 'Identified by the site',
  identifiedAs: (id: string) => `Identified by the site as ${id}`,
  id: 'Id at the site',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  said: 'Said before this chat',
  saidEarlier: 'Said before earlier chats',
  yes: 'yes',
  no: 'no',
  agreed: (time: string) => `agreed, ${time}`,
  more: (count: number) => `and ${count} more`,
}
