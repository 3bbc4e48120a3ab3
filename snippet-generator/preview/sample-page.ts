import { readAddress } from '../address.ts'
import { configJson } from '../snippet.ts'
import { enterRoom } from './preview-room.ts'
import { openPreview, previewApi } from './preview-session.ts'
import { changed } from './tell-controls.ts'
import './sample-page.css'

enterRoom(window)
frameFromRoom()
beSeen(navigator)
tellControls()
openPreview(previewApi()).then(addWidget, addWidget)

/** As the snippet does it, but with the configuration of this page's address. Nobody can be invited who is not seen (W14). */
function addWidget() {
  const script = document.createElement('script')
  script.async = true
  script.src = '/widget.js'
  script.dataset.config = configJson({ ...readAddress(location.hash).config, visitors: 'everyone' })
  document.body.append(script)
}

/** The chat's document is the one in the preview's room. */
function frameFromRoom() {
  const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src')
  if (!source?.set) return
  const { set } = source
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    ...source,
    set(this: HTMLIFrameElement, value: string) {
      set.call(this, value.endsWith('/widget/frame.html') ? '/snippet-generator/preview-frame.html' : value)
    },
  })
}

/** Of this page's visitor nobody is told, so that a browser which objects to being seen has nothing to object to. */
function beSeen(browser: Navigator) {
  for (const objection of ['doNotTrack', 'globalPrivacyControl'])
    Object.defineProperty(browser, objection, { value: null, configurable: true })
}

/** The controls beside the page look again when something has happened in it. */
function tellControls() {
  const waiting: unknown[][] = []
  const api = (...call: unknown[]) => void waiting.push(call)
  window.Deskbell ??= Object.assign(api, { q: waiting }) as unknown as NonNullable<Window['Deskbell']>
  for (const event of ['started', 'ended', 'message', 'unread', 'opened'] as const)
    window.Deskbell('on', event, () => parent.postMessage(changed, location.origin))
}
