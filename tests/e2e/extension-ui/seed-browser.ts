import type { DeskData } from '../../support/desk-data.ts'
import type { AgentBrowser } from '../support/agent-browser.ts'

/** Fills the database of a browser's extension, before the page that shows it is opened. */
export async function seedBrowser(agent: AgentBrowser, data: DeskData): Promise<void> {
  const page = await agent.open('options.html')
  await page.getByRole('heading', { name: 'Deskbell options' }).waitFor()
  await page.evaluate(
    (tables) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('deskbell')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction(Object.keys(tables), 'readwrite')
          for (const [name, rows] of Object.entries(tables))
            for (const row of rows) transaction.objectStore(name).put(row)
          transaction.onerror = () => reject(transaction.error)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    data as unknown as Record<string, object[]>,
  )
  await page.close()
}
