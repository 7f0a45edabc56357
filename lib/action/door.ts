import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { logIncident } from '@/lib/errors/incident'
import { toFaults } from '@/lib/errors/issues'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { translator } from '@/lib/i18n/translate'

/** What a form gets back: what was typed stays typed, whatever happened. */
export type FormState<T = unknown> = {
  /** Rises with every answer, so that a form can tell a new one from the one before. */
  turn: number
  done: T | null
  /** One sentence above the form. */
  message: string | null
  /** Sentences beside the fields, by field name. */
  faults: Record<string, string>
  typed: Record<string, string>
  /** On a conflict: what somebody else saved. */
  detail: unknown
}

export const untouched: FormState<never> = { turn: 0, done: null, message: null, faults: {}, typed: {}, detail: null }

/** A fault as the sentence a reader sees. */
export function faultSentence(fault: Fault): string {
  const t = translator('en', 'faults')
  return t(fault.code as Parameters<typeof t>[0], fault.values as never)
}

const typedIn = (form: FormData) =>
  Object.fromEntries(
    [...form.entries()].filter(
      (e): e is [string, string] => typeof e[1] === 'string' && !e[0].startsWith('$ACTION') && !/password/i.test(e[0]),
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
  const typed = typedIn(form)
  const turn = before.turn + 1
  const refused = (message: string, faults: readonly Fault[] = [], detail: unknown = null): FormState<T> => {
    const named = faults.filter((f) => f.field !== '')
    const general = faults.filter((f) => f.field === '').map(faultSentence)
    return {
      turn,
      done: null,
      message: [message, ...general].join(' '),
      faults: Object.fromEntries(named.map((f) => [f.field, faultSentence(f)]).reverse()),
      typed,
      detail,
    }
  }
  const t = translator('en', 'errors')
  try {
    const done = await work(await currentActor(), form)
    return { turn, done, message: null, faults: {}, typed: {}, detail: null }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof ZodError) return refused(t('invalid'), toFaults(error))
    if (error instanceof Refusal) return refused(t(error.code), error.faults, error.detail ?? null)
    return refused(translator('en', 'faults')('unexpected', { incident: logIncident('a form', error) }))
  }
}
