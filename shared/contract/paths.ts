/** What a visitor may ask: all that the widget carries. */
export const visitorPaths = {
  openVisitorSession: 'POST /api/visitor-session',
  getVisitorSession: 'GET /api/visitor-session',
  startChat: 'POST /api/chats',
  sendMessage: 'POST /api/chats/:chatId/messages',
  markReceipt: 'PUT /api/chats/:chatId/receipt',
  signalTyping: 'POST /api/chats/:chatId/typing',
  listEvents: 'GET /api/streams/:stream/events',
  sync: 'POST /api/sync',
  authorizeChannel: 'POST /api/realtime/auth',
} as const

/** Method and path of every operation. Apart from the schemas, so that clients carry this and no validator. */
export const paths = {
  signIn: 'POST /api/session',
  signOut: 'DELETE /api/session',
  getSession: 'GET /api/session',
  createAgent: 'POST /api/agents',
  listAgents: 'GET /api/agents',
  listChats: 'GET /api/chats',
  acceptChat: 'POST /api/chats/:chatId/accept',
  declineChat: 'POST /api/chats/:chatId/decline',
  endChat: 'POST /api/chats/:chatId/end',
  ...visitorPaths,
} as const
export type Operation = keyof typeof paths
export type VisitorOperation = keyof typeof visitorPaths
