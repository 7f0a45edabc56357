import {
  evidenceHref,
  figureText,
  formatDay,
  type PointRow,
  periodText,
  seriesLabel,
  sourceText,
} from '@/lib/dashboards/points/rules'
import { dueText, whoText } from '@/lib/dashboards/promises/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { formatPeriod } from '@/lib/periods/rules'
import type { MomentRecord } from './moments/queries'
import type { Moment } from './moments/rules'
import type { Move } from './moves/rules'
import type { TimelineLine, TimelineYear } from './schema'
import { stretchOf } from './windows/rules'

export type Context = {
  slug: string
  locale: Locale
  clocks: { known: string | null; edition: string | null }
}

/** What a record is called: its title, or the indicator with the figure that was promised. */
function titleText(m: MomentRecord, c: Context): string {
  const name = m.kind === 'stage' ? m.ofTitle : m.title
  if (m.value === null) return name ?? ''
  return sayIn(c.locale)('figureOf', {
    indicator: m.indicatorName ?? name ?? '',
    text: figureText(m, c.locale, 'long'),
  })
}

function typeText(m: MomentRecord, c: Context): string {
  const [say, words] = [sayIn(c.locale, 'timelines'), sayIn(c.locale)]
  if (m.kind === 'event') return [m.codeName, m.place].filter(Boolean).join(', ')
  if (m.kind === 'stage') return words(`steps.${m.code}`)
  return say(m.kind, { code: m.codeName ?? '' })
}

function toldOf(m: MomentRecord, c: Context): string[] {
  const words = sayIn(c.locale)
  if (m.kind === 'target')
    return [m.speaker && words('announcedBy', { name: m.speaker }), dueText(m, words, c.locale)].filter(
      (x) => x !== null,
    )
  if (m.kind === 'commitment') return [whoText(m, words), dueText(m, words, c.locale)].filter((x) => x !== null)
  if (m.kind === 'statement') return m.speaker ? [m.speaker] : []
  const names = [...new Set(m.parties.map((p) => p.name))]
  return names.length ? [names.join(', ')] : []
}

/** An event on its days, a promise on the day of its announcement. */
function dayText(m: MomentRecord, c: Context): string {
  if (m.undated) return sayIn(c.locale, 'timelines')('undatedDay')
  if (m.reported) return sayIn(c.locale, 'timelines')('reported', { day: formatDay(m.day, c.locale) })
  const own = m.kind === 'event' || (m.kind === 'stage' && m.starts !== null && m.ends !== null)
  return own ? periodText({ ...m, words: m.ends ? null : m.words }, c.locale) : formatDay(m.day, c.locale)
}

function toSaid(m: MomentRecord, kind: TimelineLine['kind'], c: Context): TimelineLine {
  const words = sayIn(c.locale)
  return {
    kind,
    day: m.day,
    dated: !m.undated,
    dayText: dayText(m, c),
    claim: {
      entry: m.entry,
      href: evidenceHref(c.slug, m.entry, c.clocks),
      text: titleText(m, c),
      quoted: m.quote !== null,
    },
    typeText: typeText(m, c),
    themeText: words(`themes.${m.theme}`),
    told: toldOf(m, c),
    source: sourceText(m, words, c.locale),
    figures: null,
  }
}

function toMoved(m: Move, c: Context): TimelineLine {
  const [say, words] = [sayIn(c.locale, 'timelines'), sayIn(c.locale)]
  const figure = (p: PointRow) => ({
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    text: figureText(p, c.locale),
    quoted: p.quote !== null,
  })
  const { current, earlier } = m
  const indicator = current.about === c.slug ? current.indicatorName : `${current.aboutName} · ${current.indicatorName}`
  const period = (p: PointRow) => periodText({ ...p, words: null }, c.locale)
  return {
    kind: 'move',
    day: m.day,
    dated: true,
    dayText: period(current),
    claim: { ...figure(current), text: say('moveClaim', { indicator, direction: m.direction, percent: m.percent }) },
    typeText: say('moveType'),
    themeText: words(`themes.${current.theme}`),
    told: [seriesLabel(current, words)],
    source: sourceText(current, words, c.locale),
    figures: { now: figure(current), earlier: figure(earlier), nowText: period(current), earlierText: period(earlier) },
  }
}

export const toLine = (m: Moment, c: Context): TimelineLine =>
  m.moved ? toMoved(m.moved, c) : toSaid(m.said, m.kind, c)

/** Lines under their year and month, in the order they come in. */
export function toYears(lines: readonly TimelineLine[], locale: Locale): TimelineYear[] {
  const years: TimelineYear[] = []
  for (const line of lines) {
    const [year, month] = [line.day.slice(0, 4), line.day.slice(0, 7)]
    if (years.at(-1)?.year !== year) years.push({ year, months: [] })
    const { months } = years.at(-1)!
    if (months.at(-1)?.month !== month) {
      const { from, to } = stretchOf('month', line.day)
      months.push({ month, name: formatPeriod({ starts: from, ends: to, words: null }, locale), lines: [] })
    }
    months.at(-1)!.lines.push(line)
  }
  return years
}
