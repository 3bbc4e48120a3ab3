import { type HostileSite, openHostileSite } from '../../hostile-pages/open-site.ts'
import { test as base } from '../widget/world.ts'

/** With the site of hostile pages, whichever browser goes there. */
export const test = base.extend<object, { hostile: HostileSite }>({
  hostile: [
    async ({ server }, use) => {
      const site = await openHostileSite(server.url)
      await use(site)
      site.close()
    },
    { scope: 'worker' },
  ],
})
