/** What a visitor asks while the panel is open. In a file of its own, so that a page with a shut panel does not carry it. */
export const panelPaths = {
  nameVisitor: 'PUT /api/visitor-session/name',
  answerInvitation: 'POST /api/chats/:chatId/invitation',
  startChat: 'POST /api/chats',
  sendMessage: 'POST /api/chats/:chatId/messages',
  endChat: 'POST /api/chats/:chatId/end',
  signalTyping: 'POST /api/chats/:chatId/typing',
  getQueuePlace: 'GET /api/chats/:chatId/queue-place',
  requestCallback: 'POST /api/chats/:chatId/callback',
  leaveMessage: 'POST /api/chats/:chatId/left-message',
} as const
