import { expect, test } from 'vitest'
import { policyLines } from '../../snippet-generator/code/policy-lines.ts'
import { readmePolicy } from '../hostile-pages/readme-policy.ts'

test('G5: the generator and the README tell of the same lines', () => {
  expect(policyLines('https://chat.example').replaceAll('\n', '; ')).toBe(readmePolicy('https://chat.example'))
})

test('G5: where scripts are known by a nonce, the frame still has to be allowed by its address', () => {
  expect(policyLines('https://chat.example', 'abc')).toBe("script-src 'nonce-abc'\nframe-src https://chat.example")
})
