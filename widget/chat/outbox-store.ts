import type { OutboxItem, OutboxStore } from '#shared/client/outbox.ts'
import type { Keep } from '../boot/keep.ts'

/** One key for each command, so that two tabs that write at once cannot overwrite each other's. */
export function createOutboxStore(keep: Keep, changed: () => void): OutboxStore & { items(): OutboxItem[] } {
  const items = () =>
    keep
      .keys(prefix)
      .flatMap((key) => keep.get<OutboxItem>(key) ?? [])
      .toSorted((a, b) => a.order - b.order)
  const put = (item: OutboxItem) => {
    keep.set(prefix + item.clientId, item)
    changed()
  }
  return {
    items,
    all: async () => items(),
    add: async (item) => put(item),
    async update(clientId, change) {
      const item = keep.get<OutboxItem>(prefix + clientId)
      if (item) put({ ...item, ...change })
    },
    async remove(clientId) {
      keep.remove(prefix + clientId)
      changed()
    },
  }
}

const prefix = 'outbox:'
