import type { Browser } from '@playwright/test'

/** A picture of a file as an editor shows it. @param marked the part of the text that stands out */
export async function showFile(browser: Browser, name: string, text: string, marked: string, path: string) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 720 } })
  await page.setContent(`<!doctype html>
<style>
  body { margin: 0; background: #fbfcfd; color: #24292f; font: 15px/1.7 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace }
  header { background: #e8ebef; font: 600 14px system-ui, sans-serif; padding: 12px 24px }
  ol { list-style: none; margin: 0; padding: 20px 0; counter-reset: line }
  li { counter-increment: line; padding: 0 24px 0 76px; position: relative; white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.7em }
  li::before { content: counter(line); color: #8c959f; position: absolute; left: 24px; width: 28px; text-align: right }
  li.marked { background: #d7f5e3 }
</style><header></header><ol></ol>`)
  await page.evaluate(
    (file) => {
      const [header, list] = [document.querySelector('header'), document.querySelector('ol')]
      header?.append(file.name)
      for (const line of file.text.trimEnd().split('\n')) {
        const item = document.createElement('li')
        item.textContent = line
        item.classList.toggle('marked', line.includes(file.marked))
        list?.append(item)
      }
    },
    { name, text, marked },
  )
  await page.screenshot({ path })
  await page.close()
}
