/** What the engine in a server's process says: sockets that are open now, and all that were opened since its start. */
export async function realtimeSockets({ url }: { readonly url: string }): Promise<{ open: number; opened: number }> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const numberOf = (name: string) => Number(new RegExp(`^deskbell_realtime_${name} (\\d+)$`, 'm').exec(metrics)?.[1])
  return { open: numberOf('connections'), opened: numberOf('connections_opened') }
}
