import { expect, it } from 'vitest'
import { countryOf } from '../../widget/waiting/country-of.ts'

it.each([
  [['de', 'de-AT', 'en-US'], 'AT'],
  [['zh-Hant-TW'], 'TW'],
  [['en', 'fr'], undefined],
  [['es-419', 'x-pirate'], undefined],
  [[], undefined],
])('W18: a number without + is dialled where %j says', (languages, country) => {
  expect(countryOf(languages)).toBe(country)
})
