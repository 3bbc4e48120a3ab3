import './Count.css'
import { classNames } from './class-names.ts'

/** A number in a pill; nothing at 0. Over 99 it says 99+, so that the pill keeps its size. */
export function Count({ value, loud }: { readonly value: number; readonly loud?: boolean }) {
  if (value <= 0) return null
  return <span class={classNames('count', loud && 'loud')}>{value > 99 ? '99+' : value}</span>
}
