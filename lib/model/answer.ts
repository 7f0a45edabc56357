import { z } from 'zod'
import { noAnswer } from './refused'

/** What a model is asked to say about one claim of a text. All of it is only believed as far as the text bears it out. */
export const Suggestion = z.object({
  quote: z.string().trim().min(1).max(1000),
  /** Where it thinks the quote begins; only to choose between places that say the same. */
  start: z.number().int().nonnegative().nullable().catch(null),
  kind: z.string(),
  value: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .default(null),
  valueTo: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .default(null),
  unitMult: z.number().int().min(0).max(15).default(0),
  unit: z.string().max(40).nullable().default(null),
  qualifier: z.string().default('exact'),
  periodWords: z.string().max(200).nullable().catch(null),
  dueWords: z.string().max(200).nullable().catch(null),
  baseWords: z.string().max(200).nullable().catch(null),
  family: z.string().catch('other'),
  about: z.array(z.string().max(200)).max(20).catch([]),
  origin: z.string().max(200).nullable().catch(null),
  reporterWords: z.string().max(200).nullable().catch(null),
  speaker: z.string().max(200).nullable().catch(null),
  speakerAs: z.string().max(200).nullable().catch(null),
  title: z.string().max(300).nullable().catch(null),
})
export type Suggestion = z.infer<typeof Suggestion>

/** More than one answer may hold; what comes after is not looked at. */
export const mostSuggestions = 200

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw noAnswer('modelUnreadable')
  }
}

const fence = '```'

/** Without the fence that some models put around. No pattern: one with blanks at both ends of it takes hours for many blanks. */
function unfenced(content: string): string {
  if (content.length < 2 * fence.length || !content.startsWith(fence) || !content.endsWith(fence)) return content
  return content.slice(fence.length, -fence.length).replace(/^json/, '')
}

/**
 * The suggestions in the body of an answer (OpenAI's chat completion), each still to be looked at.
 * @throws Refusal when there is no list in it
 */
export function suggestionsIn(body: string): unknown[] {
  const completion = Completion.safeParse(parsed(body))
  if (!completion.success) throw noAnswer('modelUnreadable')
  const content = completion.data.choices[0]!.message.content.trim()
  const said = parsed(unfenced(content))
  const list = Array.isArray(said) ? said : (said as { candidates?: unknown } | null)?.candidates
  if (!Array.isArray(list)) throw noAnswer('modelUnreadable')
  return list
}
