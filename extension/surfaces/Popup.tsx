import { useState } from 'preact/hooks'
import { ConnectionBanners } from '../features/accounts/ConnectionBanners.tsx'
import { NoServer } from '../features/accounts/NoServer.tsx'
import { useAccounts } from '../features/accounts/use-accounts.ts'
import type { ChatKey } from '../features/chats/chat-key.ts'
import { showChat } from '../features/chats/show-chat.ts'
import { Notices } from '../features/notices/Notices.tsx'
import { acceptRequest, silenceRing } from '../features/requests/answer-request.ts'
import { rings, useWaiting } from '../features/requests/use-waiting.ts'
import { QuietBanner } from '../features/settings/QuietBanner.tsx'
import { PageCheck } from '../features/site-check/PageCheck.tsx'
import { StatusMenu } from '../features/status/StatusMenu.tsx'
import { showVisitors } from '../features/visitors/show-visitors.ts'
import { VisitorsHere } from '../features/visitors/VisitorsHere.tsx'
import { texts } from '../i18n/texts.ts'
import { attempt } from '../live/attempt.ts'
import { FailureBanner } from '../live/FailureBanner.tsx'
import { openOptions } from '../platform/options-page.ts'
import { openPanel } from '../platform/surfaces.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { NeedsMe } from './NeedsMe.tsx'
import './Popup.css'

/** Under the toolbar's button: what needs me now, and nothing else. It dies at a click elsewhere. */
export function Popup() {
  const accounts = useAccounts()
  const waiting = useWaiting()
  const [checks, setChecks] = useState(false)
  if (!accounts || !waiting) return <div class="popup" />

  // The panel opens only while the browser counts this as a click: first of all, without any wait.
  const leave = (shown: Promise<void>) => {
    const opened = openPanel()
    void attempt(shown.then(() => opened).then((isOpen) => isOpen && close()))
  }
  const leaveFor = (chat: ChatKey) => leave(showChat(chat))
  const accept = (chat: ChatKey) => {
    leaveFor(chat)
    void acceptRequest(chat)
  }
  return (
    <div class="popup">
      <header>
        <h1>{texts.surfaces.popup}</h1>
        <StatusMenu accounts={accounts} />
        {waiting.some(rings) && (
          <Button look="quiet" icon="bell-off" onClick={() => silenceRing()}>
            {texts.requests.silence}
          </Button>
        )}
        <IconButton icon="settings" label={texts.settings.open} onClick={openOptions} />
      </header>
      <FailureBanner />
      <QuietBanner />
      <ConnectionBanners accounts={accounts} />
      <Notices openChat={null} onOpen={leaveFor} />
      {accounts.length > 0 && <VisitorsHere accounts={accounts} onShow={(page) => leave(showVisitors(page))} />}
      <main>
        {checks ? (
          <PageCheck servers={accounts.map(({ serverUrl }) => serverUrl)} onBack={() => setChecks(false)} />
        ) : accounts.length ? (
          <NeedsMe accounts={accounts} waiting={waiting} onAccept={accept} onOpen={leaveFor} />
        ) : (
          <NoServer />
        )}
      </main>
      {accounts.length > 0 && (
        <footer>
          <Button icon="panel" onClick={() => openPanel().then((isOpen) => isOpen && close())}>
            {texts.surfaces.openPanel}
          </Button>
          {!checks && (
            <Button look="quiet" icon="check" onClick={() => setChecks(true)}>
              {texts.siteCheck.check}
            </Button>
          )}
        </footer>
      )}
    </div>
  )
}
