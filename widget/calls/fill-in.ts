/** Writes behind what is in the field, and sends its form if that was nothing and the form is complete. */
export function fillIn(field: HTMLTextAreaElement, text: string) {
  const { form, value } = field
  if (text) {
    field.value = value ? `${value}\n${text}` : text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  // Once the form has taken notice of it.
  if (!value) setTimeout(() => form?.checkValidity() && form.requestSubmit())
}
