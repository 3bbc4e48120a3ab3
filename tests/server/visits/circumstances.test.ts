import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { deviceOf } from '../../../server/features/visits/device-of.ts'
import { openPlaces, type PlaceOf } from '../../../server/features/visits/place-of.ts'

describe('A3: where a visitor’s address is registered', () => {
  let placeOf: PlaceOf
  beforeAll(async () => {
    placeOf = await openPlaces()
  })

  it.each([
    ['8.8.8.8', 'US'],
    ['81.169.145.66', 'DE'],
    ['2a01:4f8::1', 'DE'],
    ['133.11.0.1', 'JP'],
  ])('%s is in %s', (address, country) => {
    expect(placeOf(address)).toEqual({ country })
  })

  it.each([
    ...['127.0.0.1', '::1', '10.1.2.3', '172.16.0.1', '192.168.1.3', '169.254.1.1', '100.64.0.1', '0.0.0.0'],
    ...['fd00::1', 'fe80::1', 'fe80::1%eth0', 'ff02::1', '2001:db8::1', '::', '224.0.0.1', '255.255.255.255'],
    ...['', 'unknown', 'localhost', '1.2.3', '1.2.3.4.5', '999.1.1.1', ':::', '8.8.8.8:443', '\0'],
  ])('%j has none', (address) => {
    expect(placeOf(address)).toBeNull()
  })

  it('takes anything for an address without breaking', () => {
    const address = fc.oneof(fc.string({ unit: 'binary' }), fc.ipV4(), fc.ipV6(), fc.ipV4Extended())
    fc.assert(fc.property(address, (text) => void placeOf(text)))
  })
})

describe('A3: what a browser says of itself', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
      { browser: 'Chrome', os: 'Windows', kind: 'desktop' },
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
      { browser: 'Firefox', os: 'Linux', kind: 'desktop' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      { browser: 'Safari', os: 'iOS', kind: 'mobile' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Safari/537.36',
      { browser: 'Samsung Internet for Android', os: 'Android', kind: 'tablet' },
    ],
    ['Mozilla/5.0 (compatible; Googlebot/2.1)', { browser: 'Googlebot', os: '', kind: 'other' }],
    ['a browser of my own', { browser: '', os: '', kind: 'other' }],
    ['', { browser: '', os: '', kind: 'other' }],
  ])('%s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toEqual(device)
  })

  it('takes anything for a browser, in bounded words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const { browser, os } = deviceOf(text)
        expect(browser.length + os.length).toBeLessThanOrEqual(1_000)
      }),
    )
  })
})
