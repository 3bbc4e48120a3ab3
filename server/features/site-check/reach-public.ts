import { lookup } from 'node:dns/promises'
import type { Reach } from './fetch-page.ts'
import { isPublicAddress } from './public-address.ts'

/** Where web sites are. Others would make this server a tool to try other people's doors with. */
export const usualPorts: readonly number[] = [80, 443, 8080, 8443]

/** The public internet alone. */
export const reachPublic: Reach = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  mayConnect: (address, port) => isPublicAddress(address) && usualPorts.includes(port),
  patience: 5_000,
}
