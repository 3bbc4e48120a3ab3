import { beginningPaths } from './beginning-paths.ts'
import { identityPaths } from './identity-paths.ts'
import { panelPaths } from './panel-paths.ts'
import { previewPaths } from './preview-paths.ts'
import { privacyPaths } from './privacy-paths.ts'
import { widgetsPaths } from './widgets-paths.ts'

/** What goes on for a visitor while the panel is shut, too. */
export const visitorPaths = {
  getVisitorSession: 'GET /api/visitor-session',
  markReceipt: 'PUT /api/chats/:chatId/receipt',
  listEvents: 'GET /api/streams/:stream/events',
  sync: 'POST /api/sync',
  authorizeChannel: 'POST /api/realtime/auth',
  reportVisit: 'POST /api/visits',
  openVisitorSession: 'POST /api/visitor-session',
  closeVisitorSession: 'DELETE /api/visitor-session',
} as const

/** Method and path of every operation. Apart from the schemas, so that clients carry this and no validator. */
export const paths = {
  renewPresence: 'POST /api/presence',
  setStatus: 'PUT /api/presence/status',
  listTeam: 'GET /api/team',
  askColleague: 'POST /api/team/:agentId/chats',
  listStatuses: 'GET /api/statuses',
  saveStatus: 'PUT /api/statuses/:statusId',
  removeStatus: 'DELETE /api/statuses/:statusId',
  listGroups: 'GET /api/groups',
  saveGroup: 'PUT /api/groups/:groupId',
  removeGroup: 'DELETE /api/groups/:groupId',
  updateAgent: 'PUT /api/agents/:agentId',
  leaveChat: 'POST /api/chats/:chatId/leave',
  joinChat: 'POST /api/chats/:chatId/join',
  observeChat: 'POST /api/chats/:chatId/observe',
  stopObserving: 'POST /api/chats/:chatId/stop-observing',
  moveChat: 'POST /api/chats/:chatId/group',
  setClosingNote: 'PUT /api/chats/:chatId/closing-note',
  answerByMail: 'POST /api/chats/:chatId/mail-answers',
  followUp: 'POST /api/chats/:chatId/follow-up',
  listFollowUps: 'GET /api/follow-ups',
  signIn: 'POST /api/session',
  signOut: 'DELETE /api/session',
  getSession: 'GET /api/session',
  createAgent: 'POST /api/agents',
  listAgents: 'GET /api/agents',
  listChats: 'GET /api/chats',
  authenticateSocket: 'POST /api/realtime/user',
  acceptChat: 'POST /api/chats/:chatId/accept',
  declineChat: 'POST /api/chats/:chatId/decline',
  listVisitors: 'GET /api/visitors',
  countVisitors: 'GET /api/visitors/count',
  getVisit: 'GET /api/visitors/:visitorId/visit',
  listErased: 'GET /api/erased-chats',
  startVisitorChat: 'POST /api/visitors/:visitorId/chats',
  ...beginningPaths,
  ...identityPaths,
  ...widgetsPaths,
  ...panelPaths,
  ...previewPaths,
  ...privacyPaths,
  ...visitorPaths,
} as const
export type Operation = keyof typeof paths
