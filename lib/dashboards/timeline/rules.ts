import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { evidenceHref, figureText, formatDay, periodText } from '../points/rules'
import type { ChangeRow, TimelineRow } from '../schema'
import type { ChangeRecord, EventRecord } from './queries'

type Context = { slug: string; locale: Locale; clocks: { known: string | null; edition: string | null } }

export const toTimelineRow = (c: Context, e: EventRecord): TimelineRow => ({
  entry: e.entry,
  href: evidenceHref(c.slug, e.entry, c.clocks),
  on: e.starts,
  onText: periodText(e, c.locale),
  code: e.code,
  codeText: [e.codeName, e.place].filter(Boolean).join(', '),
  title: e.title,
  theme: e.theme,
})

/**
 * Which events of the time line mark a chart of a theme: those of the theme, and visits and the like on charts of trade.
 * One a day, the first entered: a visit brings a meeting, an award and a signing, which stand beside it on the line.
 * @param events newest first.
 */
export function marksOf(events: readonly EventRecord[], theme: string): EventRecord[] {
  const byDay = new Map<string, EventRecord>()
  for (const e of events) {
    if (e.theme !== theme && !(theme === 'trade' && e.theme === 'political')) continue
    const there = byDay.get(e.starts)
    if (!there || e.entry < there.entry) byDay.set(e.starts, e)
  }
  return [...byDay.values()]
}

/** A change in words: what it is about, the figure or step, and why it was made. */
export function toChangeRow(c: Context, r: ChangeRecord): ChangeRow {
  const say = sayIn(c.locale)
  const what = r.step ? say(`steps.${r.step}`) : say(`kinds.${r.kind}`)
  const told = (v: NonNullable<ChangeRecord['before']>) => {
    const period = v.starts || v.ends || v.words ? periodText(v, c.locale) : ''
    const figure = v.value === null ? what : figureText({ ...v, unit: r.unit, measure: r.measure }, c.locale)
    return [figure, period].filter(Boolean).join(', ')
  }
  const text = told(r)
  const before = r.before && told(r.before)
  return {
    entry: r.entry,
    href: evidenceHref(c.slug, r.entry, c.clocks),
    at: formatDay(r.at.toISOString().slice(0, 10), c.locale),
    what: r.what,
    title: r.title,
    text,
    before: before === text ? null : before,
    why: r.what === 'added' ? null : r.why,
  }
}
