import type { Locale } from '@/lib/i18n/locales'
import { toMs } from './time'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day as the reader writes it: "24 Aug 2022"; day before month in English too, where readers are everywhere. */
export function dayText(day: string, lang: Locale): string {
  let format = formats.get(lang)
  if (!format) {
    format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    formats.set(lang, format)
  }
  if (lang !== 'en') return format.format(toMs(day))
  const parts = new Map(format.formatToParts(toMs(day)).map(({ type, value }) => [type, value]))
  return `${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`
}
