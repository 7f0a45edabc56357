import { Phrases } from '../sentences/phrases'
import { type Cue, cues, type Language } from './language'

/** A language's words, made ready for looking up. */
export type Lexicon = { language: Language; cues: Phrases<Cue>; topics: Phrases<string>; months: Phrases<number> }

const made = new Map<string, Lexicon>()

/** Built once per language. */
export function lexiconOf(language: Language): Lexicon {
  const known = made.get(language.code)
  if (known) return known
  const lexicon: Lexicon = { language, cues: new Phrases(), topics: new Phrases(), months: new Phrases() }
  for (const cue of cues) if (language.cues[cue]) lexicon.cues.add(language.cues[cue], cue)
  for (const [family, words] of Object.entries(language.topics)) lexicon.topics.add(words, family)
  for (const [month, spellings] of language.months.entries()) lexicon.months.add(spellings, month + 1)
  made.set(language.code, lexicon)
  return lexicon
}
