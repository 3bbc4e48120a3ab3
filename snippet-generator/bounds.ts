/** In UTF-16 units, as fields of a page count. Longer words fit no button and no panel. */
export const LONGEST_TEXT = 500

export const MOST_RULES = 50

/** More than fit into a list that people read to its end. */
export const MOST_CHANNELS = 20
