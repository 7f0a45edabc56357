import { formatDay, formatEdition } from '@/lib/dashboards/points/rules'
import type { RelationHead } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Why a page is empty that asks what was stored here before anything was; null where that is not the reason. */
export function tooEarly(edition: string | null, { firstOn }: RelationHead): string | null {
  if (edition === null || (firstOn !== null && edition >= firstOn)) return null
  const t = translator(defaultLocale, 'filters')
  return firstOn === null
    ? t('past.never')
    : t('past.tooEarly', { edition: formatEdition(edition, defaultLocale), first: formatDay(firstOn, defaultLocale) })
}
