#!/usr/bin/env node
// The Firefox that is installed, as Playwright starts it and speaks to it (WebDriver BiDi). This stands between the two: Playwright
// asks for one thing more than Firefox 153 ESR can do, and errs about frames in two kinds of pages.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebSocket, WebSocketServer } from 'ws'
import { findFirefox } from '../../scripts/machine/find-program.mjs'

/** Needed for no test: which of its two colour schemes Firefox shows. */
const unknown = 'emulation.setMediaFeaturesOverride'

/** What Playwright runs in a page to learn about a frame, and what it should run. @type {[wrong: string, right: string][]} */
const repairs = [
  // In a document that is XML, names are in small letters.
  ['node.nodeName === "IFRAME" || node.nodeName === "FRAME"', '/^i?frame$/i.test(node.nodeName)'],
  // It gives a frame up that anything around it transforms; what is in the top layer nothing does. Where that is not so, Playwright
  // finds that something else is at the place it is about to press.
  ['injected.describeIFrameStyle(iframe)', '({ left: iframe.clientLeft, top: iframe.clientTop })'],
]

const firefox = spawn(findFirefox() ?? 'firefox', process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] })
firefox.on('exit', (code) => process.exit(code ?? 1))
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, () => firefox.kill())

for await (const line of createInterface(firefox.stderr)) {
  const [, address] = /WebDriver BiDi listening on (ws:.*)$/.exec(line) ?? []
  console.error(address ? `WebDriver BiDi listening on ${await standBefore(address)}` : line)
}

/** @param {string} address Firefox's @returns the one to speak to */
async function standBefore(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', async (playwright, { url }) => {
    const browser = new WebSocket(address + url)
    const open = once(browser, 'open')
    playwright.on('message', async (data) => {
      const { id, method } = JSON.parse(String(data))
      await open
      if (method === unknown) playwright.send(JSON.stringify({ type: 'success', id, result: {} }))
      else browser.send(repaired(String(data)))
    })
    browser.on('message', (data) => {
      playwright.send(String(data))
      // Firefox keeps each answer back until the one before is acknowledged, which a silent system puts off for 40 ms.
      browser.pong()
    })
    playwright.on('close', () => browser.close())
    browser.on('close', () => playwright.close())
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The system gave no port.')
  return `ws://127.0.0.1:${at.port}`
}

/** @param {string} command as JSON */
function repaired(command) {
  return repairs.reduce((text, [wrong, right]) => text.replace(asInJson(wrong), asInJson(right)), command)
}

/** @param {string} text */
function asInJson(text) {
  return JSON.stringify(text).slice(1, -1)
}
