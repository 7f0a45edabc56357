import { formatDay, formatEdition } from '@/lib/dashboards/points/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { ViewSettings } from '@/lib/saved-views/schema'

const named = ['theme', 'from', 'to', 'reporter', 'known', 'edition'] as const

/** The settings of a view in words. */
export function settingsText(settings: ViewSettings): string[] {
  const t = translator(defaultLocale, 'filters')
  return Object.entries(settings).map(([name, value]) => {
    const label = named.find((n) => n === name)
    const text =
      name === 'known'
        ? formatDay(value, defaultLocale)
        : name === 'edition'
          ? formatEdition(value, defaultLocale)
          : value
    return `${label ? t(label) : name}: ${text}`
  })
}
