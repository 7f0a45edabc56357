/** Why a request was not carried out. A closed list: each is a message key `errors.<code>` and an HTTP status. */
export const refusalStatus = {
  signInNeeded: 401,
  notAllowed: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  tooMany: 429,
  unavailable: 503,
} as const
export type RefusalCode = keyof typeof refusalStatus

/**
 * One thing wrong with one field. `code` is a key of the message catalogue under `faults`;
 * `values` are what the sentence names (the value typed, the limit, what exists).
 */
export type Fault = { field: string; code: string; values?: Record<string, string | number> }

/** An expected "no": thrown by queries and mutations, turned into an answer by the two doors (`lib/action`, `lib/http`). */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly faults: readonly Fault[] = [],
    /** Plain data the answer shows, e.g. the version that another editor saved in the meantime. */
    readonly detail?: unknown,
  ) {
    super(`${code}${faults.length ? `: ${faults.map((f) => `${f.field} ${f.code}`).join(', ')}` : ''}`)
    this.name = 'Refusal'
  }
}
