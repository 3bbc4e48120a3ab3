import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askPolicies } from '../features/site-check/ask-policies.ts'
import { readOpenPage } from '../features/site-check/read-open-page.ts'

// Put into the page that the agent looks at, when they ask for it; what it gives goes back to who put it there.
export default defineUnlistedScript(() =>
  readOpenPage({ document, url: location.href, askPolicies: () => askPolicies(location.href) }),
)
