/** What the sample page says to the controls beside it. */
export const changed = 'preview-changed'
