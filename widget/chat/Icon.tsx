const shapes = {
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M5 12h14M13 6l6 6-6 6',
  emoji: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
  down: 'm6 9 6 6 6-6',
  history: 'M4 12a8 8 0 1 0 2.500-5.800L4 8.500M4 4v4.500h4.500M12 8v4.500l3 1.500',
  more: 'M4.5 12h1M11.5 12h1M18.5 12h1',
} as const

export const Icon = ({ of }: { of: keyof typeof shapes }) => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" class={`icon icon-${of}`}>
    <path d={shapes[of]} />
  </svg>
)
