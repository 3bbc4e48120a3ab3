/** What a visitor may ask: all that the widget carries. */
export const visitorPaths = {
  openVisitorSession: 'POST /api/visitor-session',
  getVisitorSession: 'GET /api/visitor-session',
  startChat: 'POST /api/chats',
  sendMessage: 'POST /api/chats/:chatId/messages',
  endChat: 'POST /api/chats/:chatId/end',
  getQueuePlace: 'GET /api/chats/:chatId/queue-place',
  getAvailability: 'GET /api/availability',
  requestCallback: 'POST /api/chats/:chatId/callback',
  leaveMessage: 'POST /api/chats/:chatId/left-message',
  markReceipt: 'PUT /api/chats/:chatId/receipt',
  signalTyping: 'POST /api/chats/:chatId/typing',
  listEvents: 'GET /api/streams/:stream/events',
  sync: 'POST /api/sync',
  renewPresence: 'POST /api/presence',
  setStatus: 'PUT /api/presence/status',
  listTeam: 'GET /api/team',
  listStatuses: 'GET /api/statuses',
  saveStatus: 'PUT /api/statuses/:statusId',
  removeStatus: 'DELETE /api/statuses/:statusId',
  listGroups: 'GET /api/groups',
  saveGroup: 'PUT /api/groups/:groupId',
  removeGroup: 'DELETE /api/groups/:groupId',
  updateAgent: 'PUT /api/agents/:agentId',
  leaveChat: 'POST /api/chats/:chatId/leave',
  setClosingNote: 'PUT /api/chats/:chatId/closing-note',
  answerByMail: 'POST /api/chats/:chatId/mail-answers',
  followUp: 'POST /api/chats/:chatId/follow-up',
  listFollowUps: 'GET /api/follow-ups',
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
  ...visitorPaths,
} as const
export type Operation = keyof typeof paths
export type VisitorOperation = keyof typeof visitorPaths
