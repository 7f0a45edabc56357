import { defaultLocale } from '@/lib/i18n/locales'

const moment = new Intl.DateTimeFormat(`${defaultLocale}-GB`, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** "22 Nov 2026, 14:05 UTC": the desk works in several countries, so the clock is named. */
export const whenText = (at: Date): string => `${moment.format(at)} UTC`
