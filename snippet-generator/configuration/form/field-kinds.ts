import type { FieldType } from '#shared/domain/fields/field.ts'

/** What can be asked, in the order in which it is offered; with an example of what a field of it is called. */
export const fieldKinds: Readonly<
  Record<FieldType, { readonly name: string; readonly example: string; readonly hint: string }>
> = {
  text: { name: 'Text', example: 'Order number', hint: 'One line of whatever they write.' },
  email: { name: 'E-mail address', example: 'E-mail', hint: 'Checked, so that a reply can reach them.' },
  phone: { name: 'Phone number', example: 'Phone', hint: 'Checked, and kept with its country.' },
  number: { name: 'Number', example: 'How many', hint: 'Digits only, with a decimal point if need be.' },
  date: { name: 'Date', example: 'Date of your order', hint: 'Chosen from a calendar.' },
  list: { name: 'List', example: 'Product', hint: 'One of the options below.' },
  checkbox: { name: 'Checkbox', example: 'I am a customer already', hint: 'Ticked or not.' },
  consent: {
    name: 'Consent',
    example: 'I have read the privacy notice',
    hint: 'Has to be ticked before a chat begins. Its words and the time are kept with the chat.',
  },
}
