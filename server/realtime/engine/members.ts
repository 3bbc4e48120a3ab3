/** Somebody on a presence channel. The id keeps the JSON type its signer gave it. */
export interface Member {
  readonly userId: string | number
  readonly userInfo: unknown
}

interface Seat {
  readonly member: Member
  sockets: number
}

/** Who is on one presence channel: each user once, whatever the number of their sockets. */
export class Members {
  readonly #seats = new Map<string, Seat>()

  get count(): number {
    return this.#seats.size
  }

  has(userId: string | number): boolean {
    return this.#seats.has(String(userId))
  }

  ids(): string[] {
    return [...this.#seats.keys()]
  }

  /** True for the user's first socket. */
  add(member: Member): boolean {
    const seat = this.#seats.get(String(member.userId))
    if (seat) seat.sockets++
    else this.#seats.set(String(member.userId), { member, sockets: 1 })
    return seat === undefined
  }

  /** True for the user's last socket. */
  remove(member: Member): boolean {
    const key = String(member.userId)
    const seat = this.#seats.get(key)
    if (!seat || --seat.sockets > 0) return false
    return this.#seats.delete(key)
  }

  /** The list as `subscription_succeeded` carries it. */
  list(): { ids: (string | number)[]; hash: Record<string, unknown>; count: number } {
    const seats = [...this.#seats]
    return {
      ids: seats.map(([, { member }]) => member.userId),
      hash: Object.fromEntries(seats.map(([key, { member }]) => [key, member.userInfo ?? null])),
      count: seats.length,
    }
  }
}
