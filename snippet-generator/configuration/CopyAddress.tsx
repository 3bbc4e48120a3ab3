import { Copy } from '../code/Copy.tsx'

/** G2: whoever opens this address sees the same settings. */
export function CopyAddress({ address }: { address: () => string }) {
  return <Copy name="Copy address" text={address} done="Copied. Whoever opens the address sees these settings." />
}
