import { type Fault, Refusal } from '@/lib/errors/refusal'

/** What was typed, by field name; line ends as one character, as stored texts have them. */
export type Fields = Record<string, string>

/** Fields of our forms have names like `evidence.0.quote`; React adds its own, which are nobody's input. */
export const isField = (name: string) => !name.startsWith('$ACTION')

/** The fields of a form that was sent. Throws `invalid` for characters that no text holds (NUL), naming the field. */
export function fieldsOf(form: FormData): Fields {
  const fields: Fields = {}
  const faults: Fault[] = []
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || !isField(name)) continue
    if (value.includes('\0')) faults.push({ field: name, code: 'nulCharacter' })
    fields[name] ??= value.replace(/\r\n?/g, '\n')
  }
  if (faults.length) throw new Refusal('invalid', faults)
  return fields
}

/** What was typed, without the blanks around it; null where nothing was. */
export const typedOr = (fields: Fields, name: string): string | null => fields[name]?.trim() || null
