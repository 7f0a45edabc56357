import { evidenceHref, formatDay, sourceText } from '@/lib/dashboards/points/rules'
import type { SheetVersion } from '@/lib/dashboards/sheets/queries'
import { whoseText } from '@/lib/dashboards/sheets/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import type { ActRecord } from './acts/queries'
import { differences, sentenceOf } from './differences/rules'
import type { RevisionDay, RevisionLine } from './schema'

export type Context = {
  slug: string
  locale: Locale
  clocks: { known: string | null; edition: string | null }
}

/** A change in words. Null where the version is not to be shown: then the change is not either. */
export function toLine(
  c: Context,
  { act, id, before, at, why }: ActRecord,
  versions: ReadonlyMap<number, SheetVersion>,
): RevisionLine | null {
  const version = versions.get(id)
  if (!version) return null
  const old = before === null ? undefined : versions.get(before)
  const say = sayIn(c.locale)
  const iso = at.toISOString()
  const href = evidenceHref(c.slug, version.rootId, c.clocks)
  const [first] = version.evidence
  return {
    act,
    at: iso,
    dayText: formatDay(iso.slice(0, 10), c.locale),
    timeText: iso.slice(11, 16),
    version: version.version,
    claim: {
      entry: version.rootId,
      href,
      text: version.title ?? version.indicatorName ?? version.ofTitle ?? '',
      quoted: first?.quote != null,
    },
    historyHref: `${href}#entry-${version.rootId}-record`,
    kindText: say(`kinds.${version.kind}`),
    text: sentenceOf(version, c.locale),
    whose: version.value === null ? null : whoseText(version, say),
    why: act === 'added' ? null : why,
    fields: old ? differences(old, version, c.locale) : [],
    source: first ? sourceText(first, say, c.locale) : say('noSource'),
  }
}

/** Lines under their days, in the order they come in. */
export function toDays(lines: readonly RevisionLine[]): RevisionDay[] {
  const days: RevisionDay[] = []
  for (const line of lines) {
    const day = line.at.slice(0, 10)
    if (days.at(-1)?.day !== day) days.push({ day, name: line.dayText, lines: [] })
    days.at(-1)!.lines.push(line)
  }
  return days
}
