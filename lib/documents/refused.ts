import { Refusal } from '@/lib/errors/refusal'
import type { Messages } from '@/lib/i18n/messages'

/** Why a file cannot be read, as a refusal of the field `document`. */
export const noDocument = (code: keyof Messages['faults'], values: Record<string, string | number> = {}): Refusal =>
  new Refusal('invalid', [{ field: 'document', code, values }])

/** Why an address cannot be fetched, as a refusal of the field `url`. */
export const noAddress = (code: keyof Messages['faults'], values: Record<string, string | number> = {}): Refusal =>
  new Refusal('invalid', [{ field: 'url', code, values }])
