import { expect, it } from 'vitest'
import { richText } from '../../widget/chat/rich-text.ts'

const links = (text: string) => richText(text).flatMap(({ href }) => href ?? [])

it('W24: finds http, https and mailto links, and nothing that could do harm', () => {
  expect(links('see https://a.example/x?y=1#z and http://b.example')).toEqual([
    'https://a.example/x?y=1#z',
    'http://b.example',
  ])
  expect(links('mailto:ana@example.com')).toEqual(['mailto:ana@example.com'])
  expect(links('javascript:alert(1) data:text/html,x file:///etc ftp://x xhttps//:')).toEqual([])
  expect(links('https://')).toEqual([])
})

it('W24: leaves the end of a sentence outside', () => {
  expect(links('Look at https://a.example/x.')).toEqual(['https://a.example/x'])
  expect(links('(see https://a.example/x)')).toEqual(['https://a.example/x'])
  expect(links('https://a.example/Kettle_(blue), really?')).toEqual(['https://a.example/Kettle_(blue)'])
})

it('W24: keeps every character of the text', () => {
  for (const text of ['', ' a ', 'https://a.example', 'x https://a.example. <b> https://b.example) y\n'])
    expect(
      richText(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
})
