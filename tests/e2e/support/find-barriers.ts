import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds against WCAG 2.2 AA and good practice on a page as it is now, frames included: rule and element each. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Without frames there is nothing to put together, which axe does in a page of its own and takes as long again for.
  const hasFrames = page.frames().length > 1
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(!hasFrames).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
