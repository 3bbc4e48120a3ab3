import { parentPort, workerData } from 'node:worker_threads'
import { type HtmlToRead, readHtmlOf } from './read-html-apart.ts'

/** Reads one page and ends. */
parentPort?.postMessage(readHtmlOf(workerData as HtmlToRead))
