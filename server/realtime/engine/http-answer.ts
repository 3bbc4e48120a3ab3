/** A request that is turned away: the status and the sentence its sender gets. */
export class RequestRefusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'RequestRefusal'
    this.status = status
  }
}

export function answer(body: object): Response {
  return Response.json(body)
}

export function answerRefusal({ status, message }: RequestRefusal): Response {
  return Response.json({ error: message, code: status }, { status })
}
