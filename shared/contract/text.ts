import * as v from 'valibot'

/** A lone surrogate is no character: it cannot be stored as UTF-8 and would come back as another text. PostgreSQL has no NUL. */
export const wellFormed = v.check<string, string>(
  (text) => text.isWellFormed() && !text.includes('\0'),
  'must be well-formed text',
)

/** For text that nobody typed, such as a page's title: what cannot be stored is replaced, so that it never stops a chat. */
export const madeWellFormed = v.transform<string, string>((text) => text.toWellFormed().replaceAll('\0', '\ufffd'))
