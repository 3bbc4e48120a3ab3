/** Of visitors who had their data deleted (W31). */
export const privacy = {
  /** In the place of what was written. */
  gone: '(deleted)',
  message: 'Deleted',
  erased: 'The visitor had their data deleted. That they were here, and when, is kept.',
}
