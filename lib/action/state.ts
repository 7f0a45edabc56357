import type { RefusalCode } from '@/lib/errors/refusal'

/** What a form gets back: what was typed stays typed, whatever happened. */
export type FormState<T = unknown> = {
  /** Rises with every answer, so that a form can tell a new one from the one before. */
  turn: number
  done: T | null
  /** One sentence above the form. */
  message: string | null
  /** Why it was not done, for forms that help further: a way to sign in again, two versions side by side. */
  refused: RefusalCode | null
  /** Sentences beside the fields, by field name. */
  faults: Record<string, string>
  typed: Record<string, string>
  /** On a conflict: what somebody else saved. */
  detail: unknown
}

export const untouched: FormState<never> = {
  turn: 0,
  done: null,
  message: null,
  refused: null,
  faults: {},
  typed: {},
  detail: null,
}
