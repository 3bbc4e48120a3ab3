import type { PageFacts } from '#shared/domain/site-check/page-facts.ts'

/** What the agent looks at has the snippet, and a policy that keeps the chat's frame out. */
export const openPage: PageFacts = {
  url: 'https://shop.example/shoes/trail-runner',
  policies: ["default-src 'self'; script-src 'self' https://chat.example.org"],
  headersRead: true,
  tags: [
    {
      src: 'https://chat.example.org/widget.js',
      place: 'head',
      type: '',
      waits: false,
      nonce: null,
      integrity: false,
      config: '{"side":"up"}',
      widget: null,
    },
  ],
  mentions: [],
  tagManagers: [],
  button: true,
}
