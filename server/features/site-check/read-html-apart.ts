import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { refused } from '../../domain/refused.ts'
import { pageText } from './page-text.ts'
import { type HtmlFacts, readHtml } from './read-html.ts'

export interface HtmlToRead {
  readonly bytes: Uint8Array
  /** As the answer's header says it. */
  readonly type: string
  readonly url: string
  readonly server: string
}

/** What one page may take: some are built so that every parser takes hours over them. ms, and MB */
const most = { time: 5_000, memory: 256 }

/**
 * Reads a stranger's HTML in a thread of its own, which is ended when it takes too long: the server goes on answering
 * chats whatever that page is made of. Refuses with `page-not-reached`.
 */
export async function readHtmlApart(page: HtmlToRead, time = most.time): Promise<HtmlFacts> {
  const worker = new Worker(new URL('./read-html-worker.ts', import.meta.url), {
    workerData: page,
    resourceLimits: { maxOldGenerationSizeMb: most.memory },
  })
  try {
    const [facts] = await once(worker, 'message', { signal: AbortSignal.timeout(time) })
    return facts
  } catch {
    throw refused('page-not-reached', 'The page is made so that it takes too long to read.')
  } finally {
    await worker.terminate()
  }
}

export const readHtmlOf = ({ bytes, type, url, server }: HtmlToRead): HtmlFacts =>
  readHtml(pageText(Buffer.from(bytes), type), url, server)
