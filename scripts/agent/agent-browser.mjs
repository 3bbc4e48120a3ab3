import { findChromium, thisMachine } from '../machine/find-program.mjs'

const BRANDED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser to run. Throws, with what to do instead, when none can load an extension by itself. */
export function agentBrowser(machine = thisMachine) {
  const found = findChromium(machine)
  if (found) return found
  const branded = BRANDED.find(machine.isProgram)
  throw new Error(
    branded
      ? `Only ${branded} was found, and Google's and Microsoft's own browsers load no extension from the command line. In it, open chrome://extensions, switch on “Developer mode”, press “Load unpacked” and choose dist/extension/chrome-mv3 (npm start builds it). Or let \`npx playwright install chromium\` bring a Chromium.`
      : 'No Chromium was found. Let `npx playwright install chromium` bring one, or set CHROMIUM to its path.',
  )
}
