/** The English words about a check of the page that the agent looks at (G6). What it finds is said by `judgePage`. */
export const siteCheck = {
  check: 'Check this page',
  again: 'Check again',
  back: 'Back',
  looking: 'Looking at the page',
  findings: 'What was found',
  good: 'Good',
  problem: 'To put right',
  note: 'To know',
  cannotRead: 'This page cannot be read',
  cannotReadText:
    'Browsers keep some pages from extensions, such as their own and their stores’. Open a page of your site, and press the Deskbell button there.',
  serverAway: (server: string) =>
    `${server} does not answer from here. While that is so, the button has its default settings, and chats wait.`,
}
