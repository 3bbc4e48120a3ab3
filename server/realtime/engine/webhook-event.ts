/** What a webhook tells: https://pusher.com/docs/channels/server_api/webhooks/ */
export type WebhookEvent =
  | { readonly name: 'channel_occupied' | 'channel_vacated' | 'cache_miss'; readonly channel: string }
  | {
      readonly name: 'member_added' | 'member_removed'
      readonly channel: string
      readonly user_id: string | number
    }
  | {
      readonly name: 'client_event'
      readonly channel: string
      readonly event: string
      readonly data: string
      readonly socket_id: string
      readonly user_id?: string | number
    }
