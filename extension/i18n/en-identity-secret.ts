/** The English words about the secret with which sites sign who their visitors are (W11), in the options. */
export const identitySecret = {
  tab: 'Identity',
  heading: 'Signed identity',
  intro:
    'A site that knows its visitors can sign who they are. They then give no name, find their chats on every device, and agents see that the site has verified them.',
  label: 'Secret',
  hint: 'For the site’s own server alone: never in a page. Whoever has it can be any visitor.',
  since: (time: string) => `In force since ${time}.`,
  loading: 'Asking for the secret',
  show: 'Show',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This browser does not let it be copied. It is shown and selected: copy it yourself.',
  renew: 'Renew',
  renewQuestion:
    'Renew the secret? What was signed with the old one is refused from then on: sites have to sign with the new one, and visitors who were identified are signed out until they do.',
  renewNow: 'Renew now',
  renewing: 'Renewing…',
  keep: 'Keep it',
  renewed: 'The secret was renewed. Put the new one on the site’s server.',
  howTo:
    'How a site signs, with examples for Node, Python and PHP, is told in docs/identity.md, which comes with the server.',
}
