import { type EventLexicon, eventLexiconOf } from '../events/events'
import type { TimeWords } from '../periods/mentions'
import { azerbaijaniTimes } from './az/times'
import { azerbaijani } from './az/words'
import { englishEvents } from './en/events'
import { englishTimes } from './en/times'
import { english } from './en/words'
import { kazakhTimes } from './kk/times'
import { kazakh } from './kk/words'
import type { Language } from './language'
import { russianTimes } from './ru/times'
import { russian } from './ru/words'

/** What the machine needs of a language: a new one is a folder and a line here. */
export type Known = { language: Language; times: TimeWords; events: EventLexicon }

const noEvents = eventLexiconOf({ occurrences: [], instruments: {} })
const known: Record<string, Known> = {
  en: { language: english, times: englishTimes, events: eventLexiconOf(englishEvents) },
  ru: { language: russian, times: russianTimes, events: noEvents },
  kk: { language: kazakh, times: kazakhTimes, events: noEvents },
  az: { language: azerbaijani, times: azerbaijaniTimes, events: noEvents },
}

const sample = 4000
const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0

/** The language of a text by its letters: Cyrillic with ә, ғ, қ is Kazakh, Latin with ə Azerbaijani. */
export function languageOf(text: string): string {
  const start = text.slice(0, sample)
  const cyrillic = count(start, /\p{Script=Cyrillic}/gu)
  const latin = count(start, /\p{Script=Latin}/gu)
  if (cyrillic > latin) return count(start, /[әғқңөұүһ]/giu) * 50 > cyrillic ? 'kk' : 'ru'
  return count(start, /ə/giu) * 100 > latin ? 'az' : 'en'
}

/** @param code BCP 47; a language the machine does not know is read as English. */
export const languageFor = (code: string): Known => known[code.toLowerCase().split('-')[0]!] ?? known.en!
