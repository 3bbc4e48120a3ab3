import { defineBackground } from 'wxt/utils/define-background'
import { openPusherWire } from '../background/connections/open-pusher-wire.ts'
import { startBackground } from '../background/start-background.ts'
import { isIdle } from '../platform/idle.ts'

export default defineBackground({
  type: 'module',
  main() {
    startBackground({ fetch: (...request) => fetch(...request), openWire: openPusherWire, random: Math.random, isIdle })
  },
})
