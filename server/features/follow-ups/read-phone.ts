import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * A number as people write them, in E.164; nothing when no country has such a number (W18).
 * @param country where a number without + is dialled, such as DE
 */
export function readPhone(text: string, country?: string): string | null {
  const here = country && isSupportedCountry(country) ? (country as CountryCode) : undefined
  const number = parsePhoneNumberFromString(text, { ...(here && { defaultCountry: here }), extract: false })
  return number?.isValid() && !number.ext ? number.number : null
}
