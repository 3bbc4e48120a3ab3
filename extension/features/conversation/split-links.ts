// Punctuation and brackets at the end belong to the sentence, not to the address.
const address = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}])/i

/** The text cut at its web addresses: words, address, words, address, … words. */
export const splitLinks = (text: string): string[] => text.split(address)
