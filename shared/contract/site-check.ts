import * as v from 'valibot'

/** One thing that a check of a page has to say (G6). */
export const Finding = v.object({
  /** `problem`: the button or the chat does not work so; `note`: it does, and there is something to know. */
  level: v.picklist(['good', 'problem', 'note']),
  text: v.string(),
  /** What to paste instead or besides, as it is. */
  code: v.optional(v.string()),
})
export type Finding = v.InferOutput<typeof Finding>
