/** What happened since the start; each only rises. */
export interface Counters {
  connectionsOpened: number
  connectionsRefused: number
  framesReceived: number
  framesSent: number
  malformedFrames: number
  oversizedFrames: number
  subscriptionsRefused: number
  clientEventsRefused: number
  signInsRefused: number
  slowClients: number
  silentClients: number
  requestsRefused: number
  webhooksDelivered: number
  webhooksFailed: number
  webhookEventsDropped: number
}

export function newCounters(): Counters {
  return {
    connectionsOpened: 0,
    connectionsRefused: 0,
    framesReceived: 0,
    framesSent: 0,
    malformedFrames: 0,
    oversizedFrames: 0,
    subscriptionsRefused: 0,
    clientEventsRefused: 0,
    signInsRefused: 0,
    slowClients: 0,
    silentClients: 0,
    requestsRefused: 0,
    webhooksDelivered: 0,
    webhooksFailed: 0,
    webhookEventsDropped: 0,
  }
}
