import { expect, test } from 'vitest'
import { complaintsAbout } from '../../scripts/testing/text-rules.mjs'

test.each([
  ['widget/chat/Message.tsx', 'element.innerHTML = text', 'never parsed as HTML'],
  ['extension/ui/Message.tsx', "element.insertAdjacentHTML('beforeend', text)", 'never parsed as HTML'],
  ['server/http/page.ts', "new DOMParser().parseFromString(text, 'text/html')", 'never parsed as HTML'],
  ['shared/utils.ts', '', 'says nothing'],
  ['server/helpers/dates.ts', '', 'says nothing'],
  ['server/main.ts', '\n'.repeat(301), '301 lines'],
  ['tests/server/chat.test.ts', '// TO' + 'DO: more', 'do it now'],
  ['package-lock.json', '      "resolved": "https://registry.example/x.tgz"', 'no registry host'],
])('%s is complained about for: %j', (path, text, complaint) => {
  expect(complaintsAbout(path, text)).toEqual([expect.stringMatching(new RegExp(`^${path}: .*${complaint}`))])
})

test('ordinary code gets no complaint', () => {
  expect(complaintsAbout('widget/chat/Message.tsx', 'element.textContent = text\n')).toEqual([])
})
