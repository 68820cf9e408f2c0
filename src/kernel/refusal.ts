/** Values that fill the {placeholders} of a refusal's sentence. */
export type RefusalValues = Readonly<Record<string, string | number>>

/** The HTTP statuses a refusal may have. What is unexpected is no refusal: it is thrown, logged and answered with 500. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503

/** What is expected to go wrong and is shown to the person: `key` names the sentence in the message catalogues.
 *  `details` is for programs (which field, which line) and never holds another person's words. */
export class Refusal extends Error {
  readonly key: string
  readonly status: RefusalStatus
  readonly values: RefusalValues
  readonly details: unknown

  constructor(
    key: string,
    given: { status?: RefusalStatus; values?: RefusalValues | undefined; details?: unknown } = {},
  ) {
    super(key)
    this.name = 'Refusal'
    this.key = key
    this.status = given.status ?? 403
    this.values = given.values ?? {}
    this.details = given.details
  }
}

/** What is absent and what may not be seen look the same: 404 with one sentence. */
export function notFound(): Refusal {
  return new Refusal('not-found', { status: 404 })
}
