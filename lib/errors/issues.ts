import type { ZodError, z } from 'zod'
import type { Fault } from './refusal'

type Issue = z.core.$ZodIssue

/** Our schemas carry a fault code as their message; zod's own sentences hold spaces and are mapped by kind. */
const isCode = (message: string) => /^[a-zA-Z][a-zA-Z0-9]*$/.test(message)

function toFault(issue: Issue): Fault {
  const field = issue.path.join('.')
  const shown =
    'input' in issue && (typeof issue.input === 'string' || typeof issue.input === 'number')
      ? String(issue.input).slice(0, 80)
      : ''
  if (isCode(issue.message)) return { field, code: issue.message, values: { value: shown } }
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return { field, code: 'required' }
      return {
        field,
        code: issue.origin === 'string' ? 'tooShort' : 'tooSmall',
        values: { minimum: Number(issue.minimum), value: shown },
      }
    case 'too_big':
      return {
        field,
        code: issue.origin === 'string' ? 'tooLong' : issue.origin === 'array' ? 'tooMany' : 'tooLarge',
        values: { maximum: Number(issue.maximum), value: shown },
      }
    case 'invalid_value':
      // A choice that was not made is empty, not wrong.
      if (shown === '') return { field, code: 'required' }
      return { field, code: 'notOneOf', values: { value: shown, expected: issue.values.map(String).join(', ') } }
    case 'invalid_format':
      return { field, code: issue.format === 'date' ? 'notADay' : 'wrongFormat', values: { value: shown } }
    case 'invalid_type':
      return shown === ''
        ? { field, code: 'required' }
        : { field, code: 'wrongType', values: { value: shown, expected: issue.expected } }
    case 'invalid_union':
      return issue.errors[0]?.[0]
        ? toFault({ ...issue.errors[0][0], path: [...issue.path, ...issue.errors[0][0].path] } as Issue)
        : { field, code: 'wrongFormat', values: { value: shown } }
    default:
      return { field, code: 'wrongFormat', values: { value: shown } }
  }
}

/** What a schema found wrong, as faults with field, value and rule. */
export const toFaults = (error: ZodError): Fault[] => error.issues.map(toFault)

/** NUL, which PostgreSQL stores in no text, and halves of a character that its JSON refuses. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/**
 * For the end of a schema: refuses text that cannot be stored, naming the field, wherever in the input it stands.
 * All other characters are kept as they are, marks of right-to-left writing too.
 */
export function storable(value: unknown, context: { addIssue: (issue: z.core.$ZodRawIssue) => void }): void {
  const walk = (part: unknown, path: PropertyKey[]) => {
    if (typeof part === 'string') {
      const found = unstorable.exec(part)?.[0]
      if (found)
        context.addIssue({
          code: 'custom',
          message: found === '\0' ? 'nulCharacter' : 'halfCharacter',
          path,
          input: part,
        })
    } else if (part && typeof part === 'object') {
      for (const [key, one] of Object.entries(part)) walk(one, [...path, Array.isArray(part) ? Number(key) : key])
    }
  }
  walk(value, [])
}
