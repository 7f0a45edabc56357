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

/** A change in words: what it is about, the figure or step, and why it was made. */
export function toChangeRow(c: Context, r: ChangeRecord): ChangeRow {
  const say = sayIn(c.locale)
  const period = r.starts || r.ends || r.words ? periodText(r, c.locale) : ''
  const what = r.step ? say(`steps.${r.step}`) : say(`kinds.${r.kind}`)
  return {
    entry: r.entry,
    href: evidenceHref(c.slug, r.entry, c.clocks),
    at: formatDay(r.at.toISOString().slice(0, 10), c.locale),
    what: r.what,
    title: r.title,
    text: [r.value === null ? what : figureText(r, c.locale), period].filter(Boolean).join(', '),
    why: r.what === 'added' ? null : r.why,
  }
}
