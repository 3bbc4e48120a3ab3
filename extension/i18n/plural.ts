const rules = new Intl.PluralRules('en')

/** The right form for a number; `#` stands for the number. */
export const plural = (count: number, forms: { readonly one: string; readonly other: string }): string =>
  (rules.select(count) === 'one' ? forms.one : forms.other).replace('#', String(count))
