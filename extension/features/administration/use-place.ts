import { useState } from 'preact/hooks'

/** Where the administrator is in an area: in its list, or in the form of one thing. */
export interface Place {
  /** The id of what is edited, `new` for what is added, null in the list. */
  readonly open: string | null
  /** What was open before: the list gives the focus back there. */
  readonly back: string | null
  /** What was done last, in a sentence. */
  readonly said: string | undefined
  readonly onOpen: (id: string) => void
  readonly onClose: (said?: string) => void
  /** Something was done in the list itself. */
  readonly onDone: (said: string) => void
  readonly reset: () => void
}

export function usePlace(): Place {
  const [now, setNow] = useState<Pick<Place, 'open' | 'back' | 'said'>>(nowhere)
  return {
    ...now,
    onOpen: (open) => setNow({ open, back: null, said: undefined }),
    onClose: (said) => setNow(({ open }) => ({ open: null, back: open, said })),
    onDone: (said) => setNow({ open: null, back: 'new', said }),
    reset: () => setNow(nowhere),
  }
}

const nowhere = { open: null, back: null, said: undefined }
