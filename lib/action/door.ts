import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { databaseFault } from '@/lib/db/faults'
import { logIncident } from '@/lib/errors/incident'
import { toFaults } from '@/lib/errors/issues'
import { type Fault, Refusal, type RefusalCode } from '@/lib/errors/refusal'
import { translator } from '@/lib/i18n/translate'
import { isField } from './fields'
import type { FormState } from './state'

/** A fault as the sentence a reader sees. */
export function faultSentence(fault: Fault): string {
  const t = translator('en', 'faults')
  return t(fault.code as Parameters<typeof t>[0], fault.values as never)
}

const typedIn = (form: FormData) =>
  Object.fromEntries(
    [...form.entries()].filter(
      (e): e is [string, string] => typeof e[1] === 'string' && isField(e[0]) && !/password/i.test(e[0]),
    ),
  )

/**
 * The door from a form to a mutation: decides who asks, runs the work, and turns every refusal into sentences beside
 * the fields. Redirects pass through. Unexpected failures are logged and answered with an incident's name, never a stack.
 */
export async function fromForm<T>(
  before: FormState<T>,
  form: FormData,
  work: (actor: Actor, form: FormData) => Promise<T>,
): Promise<FormState<T>> {
  const turn = before.turn + 1
  const refused = (
    code: RefusalCode | null,
    message: string,
    faults: readonly Fault[] = [],
    detail: unknown = null,
  ): FormState<T> => {
    const named = faults.filter((f) => f.field !== '')
    const general = faults.filter((f) => f.field === '').map(faultSentence)
    return {
      turn,
      done: null,
      message: [message, ...general].join(' '),
      refused: code,
      faults: Object.fromEntries(named.map((f) => [f.field, faultSentence(f)]).reverse()),
      // Read now, not before: work may have put something into the form, e.g. the source it stored on the way.
      typed: typedIn(form),
      detail,
    }
  }
  const t = translator('en', 'errors')
  try {
    const done = await work(await currentActor(), form)
    return { turn, done, message: null, refused: null, faults: {}, typed: {}, detail: null }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof ZodError) return refused('invalid', t('invalid'), toFaults(error))
    if (error instanceof Refusal) return refused(error.code, t(error.code), error.faults, error.detail ?? null)
    if (databaseFault(error)?.away) return refused('unavailable', t('unavailable'))
    return refused(null, translator('en', 'faults')('unexpected', { incident: logIncident('a form', error) }))
  }
}
