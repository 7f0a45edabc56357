import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import type { ChartWord } from './spec'

/** The words of `ChartSpec.words` in one language. */
export function chartWords(lang: Locale): Record<ChartWord, string> {
  return messages[lang].charts.words
}
