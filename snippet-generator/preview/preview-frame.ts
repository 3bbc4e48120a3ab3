import { paths } from '#shared/contract/paths.ts'
import { enterRoom } from './preview-room.ts'
import { openPreview, previewApi, previewToken } from './preview-session.ts'

// Before the chat's own code, which is the next script of this document.
enterRoom(window)

const send = window.fetch.bind(window)
const api = previewApi(send)
const [beginning = '', address = ''] = paths.openVisitorSession.split(' ')

/** Whoever asks for something here is the preview's visitor, never the real one whose cookie this browser may have. */
window.fetch = async (input, init = {}) => {
  // A session that has ended must not make a real visitor of somebody who tries things out.
  if (init.method === beginning && input === address) await openPreview(api)
  const authorization = `Bearer ${previewToken()}`
  return send(input, { ...init, credentials: 'omit', headers: { ...init.headers, authorization } })
}
