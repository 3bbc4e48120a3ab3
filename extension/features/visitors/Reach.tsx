interface Props {
  readonly type: 'email' | 'phone'
  readonly value: string
}

/** An address or a number: opens the program for it. */
export const Reach = ({ type, value }: Props) => (
  <a href={type === 'email' ? `mailto:${encodeURIComponent(value)}` : `tel:${encodeURIComponent(value)}`} dir="ltr">
    {value}
  </a>
)
