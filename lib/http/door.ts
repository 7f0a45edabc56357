import { ZodError } from 'zod'
import { databaseFault } from '@/lib/db/faults'
import { logIncident } from '@/lib/errors/incident'
import { toFaults } from '@/lib/errors/issues'
import { type Fault, Refusal, refusalStatus } from '@/lib/errors/refusal'
import { translator } from '@/lib/i18n/translate'

/** An answer in the form of RFC 9457 (problem+json): what went wrong, with parameter, value and rule. */
export function problem(status: number, title: string, faults: readonly Fault[] = []): Response {
  const t = translator('en', 'faults')
  const errors = faults.map((f) => ({
    parameter: f.field,
    code: f.code,
    ...f.values,
    message: t(f.code as Parameters<typeof t>[0], f.values as never),
  }))
  return new Response(JSON.stringify({ type: 'about:blank', title, status, ...(errors.length && { errors }) }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/**
 * The door from a request to a query or mutation: refusals become problem+json with their status (bad parameters 400),
 * unexpected failures are logged and answered with an incident's name, never a stack or a statement.
 */
export async function answer(where: string, work: () => Promise<Response>): Promise<Response> {
  const t = translator('en', 'errors')
  try {
    return await work()
  } catch (error) {
    if (error instanceof ZodError) return problem(400, t('invalid'), toFaults(error))
    if (error instanceof Refusal)
      return problem(error.code === 'invalid' ? 400 : refusalStatus[error.code], t(error.code), error.faults)
    if (databaseFault(error)?.away) return problem(refusalStatus.unavailable, t('unavailable'))
    return problem(500, translator('en', 'faults')('unexpected', { incident: logIncident(where, error) }))
  }
}
