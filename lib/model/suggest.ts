import { type Settings, settings } from '@/lib/env/settings'
import { type Admitted, admit } from './admit'
import { suggestionsIn } from './answer'
import { askModel } from './ask'
import { noAnswer } from './refused'

/** UTF-16 units of a text that a model is given: about ten thousand tokens. */
export const longestAsked = 40_000

export type Suggested = Admitted & {
  /** Whole, or how much of the text was sent. */
  asked: number
}

export type ModelSettings = Settings['model']
type Spending = { running: boolean; day: string; calls: number }

const key = Symbol.for('entente.model')
/** In this process: a restart begins anew, and each of several servers counts for itself. */
const spending = (): Spending => {
  const kept = globalThis as { [key]?: Spending }
  kept[key] ??= { running: false, day: '', calls: 0 }
  return kept[key]
}

/** Whether a language model is set up. */
export const hasModel = (): boolean => settings().model !== null

/**
 * What the language model that was set up suggests for a text, as far as the text bears it out (`admit`). One question at
 * a time, so many a day; a text longer than `longestAsked` is sent up to there.
 * @param date day of the text, ISO
 * @throws Refusal `invalid`, field `model`: none is set up, it is busy, spent, slow, away, or talks nonsense
 */
export function suggestCandidates(text: string, { date }: { date: string | null }): Promise<Suggested> {
  return suggestBy(settings().model, text, date)
}

/** `suggestCandidates` by settings that are given. */
export async function suggestBy(model: ModelSettings, text: string, date: string | null): Promise<Suggested> {
  if (model === null) throw noAnswer('modelOff')
  const spent = spending()
  if (spent.running) throw noAnswer('modelBusy')
  const today = new Date().toISOString().slice(0, 10)
  if (spent.day !== today) Object.assign(spent, { day: today, calls: 0 })
  if (spent.calls >= model.daily) throw noAnswer('modelSpent', { maximum: model.daily })
  spent.calls++
  spent.running = true
  try {
    const sent = text.slice(0, longestAsked)
    const suggestions = suggestionsIn(await askModel(model, sent))
    return { ...admit(text, suggestions, date), asked: sent.length }
  } finally {
    spent.running = false
  }
}
