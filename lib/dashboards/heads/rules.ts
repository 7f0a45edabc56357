import type { Locale } from '@/lib/i18n/locales'
import { formatDay } from '../points/rules'
import type { RelationHead } from '../schema'
import type { HeadRecord } from './queries'

/** What stands above every page of a relation. */
export function toHead(head: HeadRecord, locale: Locale): RelationHead {
  const changed = head.changedAt?.toISOString() ?? null
  return {
    slug: head.slug,
    name: head.name,
    countries: head.countries,
    changedAt: changed,
    firstOn: head.firstAt?.toISOString().slice(0, 10) ?? null,
    changedText: changed && formatDay(changed.slice(0, 10), locale),
  }
}
