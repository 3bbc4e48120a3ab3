/** One measured number. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What DESIGN.md §10 allows at most and aims at, for showing: figures are reported, never asserted. */
  readonly atMost?: number
  readonly aim?: number
  /** What a reader must know to read it right. */
  readonly note?: string
}

export interface Measurement {
  readonly name: string
  /** Gives its figures; throws with the reason when this machine does not allow it. */
  measure(): Promise<readonly Figure[]>
}
