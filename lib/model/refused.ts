import { Refusal } from '@/lib/errors/refusal'
import type { Messages } from '@/lib/i18n/messages'

/** Why no suggestions came from the language model. Nothing else depends on it. */
export const noAnswer = (code: keyof Messages['faults'], values: Record<string, string | number> = {}): Refusal =>
  new Refusal('invalid', [{ field: 'model', code, values }])
