import { type CardContext, toCards, toTarget } from '@/lib/dashboards/cards/rules'
import { toConflicts } from '@/lib/dashboards/observations/rules'
import { hasLine, knownLine, toChartSpec } from '@/lib/dashboards/pictures/rules'
import { evidenceHref, formatDay, groupRows, periodText, titleOf } from '@/lib/dashboards/points/rules'
import type { PromiseRecord } from '@/lib/dashboards/promises/queries'
import { toPromiseRow } from '@/lib/dashboards/promises/rules'
import type { Card, CardFigure, ChangeRow } from '@/lib/dashboards/schema'
import type { EventRecord } from '@/lib/dashboards/timeline/queries'
import { withClocks } from '@/lib/http/address'
import { type Say, sayIn } from '@/lib/i18n/say'
import type { Block, Cell, Run } from '@/lib/papers/document'
import { type Bounds, type ChosenPromise, choosePromises, countOutcomes, isWithin, type Window } from './choices/rules'

/** All that a brief is made of: what a dashboard reads, cut to the period and the themes that were asked for. */
export type BriefContext = CardContext & {
  from: string | null
  to: string | null
  window: Window
  promises: readonly PromiseRecord[]
  events: readonly EventRecord[]
  /** What was corrected or withdrawn here in the window, the newest first. */
  corrections: readonly ChangeRow[]
}

const plain = (text: string): Run => ({ text })
const quiet = (text: string): Run => ({ text, look: 'quiet' })
const strong = (text: string): Run => ({ text, look: 'strong' })
/** A claim with the note of its evidence; until notes are numbered they have the number of their entry. */
const claimed = ({ entry, href }: { entry: number; href: string }, text: string, look?: 'value' | 'strong'): Run[] => [
  { text, look, claim: { entry, href } },
  { note: entry },
]
const line = (...runs: (Run | Run[] | null | false)[]): Run[] =>
  runs.flat().filter((run) => run !== null && run !== false)

type Draft = { say: Say; c: BriefContext; bounds: Bounds; cards: Card[]; chosen: ReturnType<typeof choosePromises> }

const heading = (
  d: Draft,
  id: 'glance' | 'figures' | 'charts' | 'promises' | 'conflicts' | 'happened' | 'corrections',
) => ({ kind: 'heading', id, text: d.say(id) }) as const

/** A dated figure that says how it moved, else the first dated one, else the words. */
const leading = ({ figures }: Card): CardFigure | undefined =>
  figures.find((f) => f.change?.direction) ?? figures.find((f) => f.change !== null) ?? figures[0]

/** What must be read if nothing else is: how it stands, what is promised, what was kept, what is not agreed on. */
function glance(d: Draft, unsettled: number): Block[] {
  const { say, chosen } = d
  const moved = d.cards.flatMap((card): Run[][] => {
    const f = leading(card)
    if (!f) return []
    const change = f.change?.direction ? `; ${f.change.text}` : ''
    return [
      line(
        strong(`${card.title}: `),
        claimed(f, f.text),
        plain(` ${say('glanceOf', { period: f.period, whose: f.whose })}${change}.`),
      ),
    ]
  })
  const target = d.cards
    .flatMap((card) => chosen.open.filter(({ promise }) => promise.indicator === card.key))
    .find(({ promise, assessed }) => promise.measure === 'level' && assessed.progress.some((p) => p.percent))
  const { kept, broken, untold } = countOutcomes(chosen.closed)
  const [open, decided] = [chosen.open.length, chosen.closed.length]
  const counts = [
    say('glanceOpen', { count: open }),
    decided ? say('glanceClosed', { count: decided, kept, broken, untold }) : say('glanceEnd'),
  ].join('')
  return [
    heading(d, 'glance'),
    {
      kind: 'list',
      look: 'summary',
      items: [
        ...moved.slice(0, 2),
        ...(target ? [toldTarget(d, target)] : []),
        ...(open + decided ? [line(strong(`${say('promises')}: `), plain(counts))] : []),
        ...(unsettled
          ? [line(strong(`${say('conflicts')}: `), plain(say('glanceConflicts', { count: unsettled })))]
          : []),
      ],
    },
  ]
}

function toldTarget(d: Draft, { promise, assessed }: ChosenPromise): Run[] {
  const row = toPromiseRow(d.c, promise)
  const told = [row.announced && d.say('announced', { day: row.announced }), row.due, assessed.status.text]
  const progress = progressLines(d, promise)
  return line(
    strong(`${d.say('target')}: `),
    claimed(row, row.what),
    plain(`, ${[...new Set(told.filter(Boolean))].join(', ')}`),
    progress.flatMap((runs) => [plain('; '), ...runs]),
    plain('.'),
  )
}

/** "52.9 % · $529.4 m in 2023 (Kazakhstan’s figures)", each with its note. */
function progressLines({ c, say }: Draft, promise: PromiseRecord): Run[][] {
  return toTarget(c, promise, sayIn(c.locale)).progress.map((p) =>
    line(claimed(p, p.text), quiet(` ${say('by', { whose: p.whose })}`)),
  )
}

function figures(d: Draft): Block[] {
  const { say, bounds } = d
  const groups = d.cards
    .filter((card) => card.figures.length)
    .slice(0, bounds.indicators)
    .map((card) => ({
      heading: card.title,
      rows: card.figures
        .slice(0, bounds.figures)
        .map((f): Cell[] => [
          [line(claimed(f, f.text, 'value'))],
          [line(plain(f.period))],
          [line(plain(f.whose)), ...(f.basis ? [line(quiet(f.basis))] : [])],
          [
            ...(f.change ? [line(f.change.direction ? plain(f.change.text) : quiet(f.change.text))] : []),
            ...(f.doubt ? [line(strong(f.doubt))] : []),
          ],
        ]),
    }))
  if (!groups.length) return []
  const columns = [
    { heading: say('figure'), share: 22 },
    { heading: say('period'), share: 18 },
    { heading: say('whose'), share: 30 },
    { heading: say('change'), share: 30 },
  ]
  return [heading(d, 'figures'), { kind: 'table', caption: say('figuresTable'), columns, groups }]
}

function charts(d: Draft): Block[] {
  const { c, bounds } = d
  const headline = new Map(c.points.filter((p) => p.headline !== null).map((p) => [p.indicator, p]))
  const notes: string[] = []
  const blocks = [...headline.values()]
    .slice(0, bounds.charts)
    .flatMap(({ indicator: code, indicatorUnit: unit, theme }): Block[] => {
      const spec = toChartSpec({ ...c, code, unit, theme, measure: 'level' })
      if (!spec || !hasLine(spec)) return []
      const page = withClocks(`/relations/${c.slug}/indicators/${code}`, c.clocks)
      // Events are told as text among what happened; numbers in a small picture would lead nowhere.
      const bare = { ...spec, events: [], footnotes: [] }
      notes.push(...spec.footnotes.map((note) => `${spec.title}: ${note}`))
      return [{ kind: 'figure', spec: bare, page, file: `/relations/${c.slug}/charts/${code}` }]
    })
  if (!blocks.length) return []
  const told: Block[] = notes.length ? [{ kind: 'paragraph', runs: [plain(notes.join(' '))], look: 'quiet' }] : []
  return [heading(d, 'charts'), ...blocks, ...told]
}

function promises(d: Draft): Block[] {
  const { say, c, bounds, chosen } = d
  const row = ({ promise, assessed }: ChosenPromise): Cell[] => {
    const told = toPromiseRow(c, promise)
    const on =
      told.announced &&
      (promise.parties.length || !told.who ? say('announced', { day: told.announced }) : told.announced)
    const by = [told.who?.replace(' → ', ` ${say('to')} `), on]
      .filter(Boolean)
      .join(promise.parties.length ? ' · ' : ', ')
    const last = told.steps.at(-1)
    return [
      [line(claimed(told, told.what, 'strong')), ...(by ? [line(quiet(by))] : [])],
      [line(plain(told.due || say('noTerm')))],
      [
        line(strong(assessed.status.text)),
        ...progressLines(d, promise),
        ...(last ? [line(quiet(`${last.on}: `), claimed(last, last.text))] : []),
      ],
    ]
  }
  const group = (name: string, all: readonly ChosenPromise[], most: number) =>
    all.length ? [{ heading: name, rows: all.slice(0, most).map(row) }] : []
  const closedName = say(c.from || c.to ? 'closedWithin' : 'closedLately')
  const groups = [...group(say('open'), chosen.open, bounds.open), ...group(closedName, chosen.closed, bounds.closed)]
  if (!groups.length) return []
  const left = Math.max(0, chosen.open.length - bounds.open) + Math.max(0, chosen.closed.length - bounds.closed)
  const columns = [
    { heading: say('promise'), share: 42 },
    { heading: say('due'), share: 20 },
    { heading: say('outcome'), share: 38 },
  ]
  return [
    heading(d, 'promises'),
    { kind: 'table', caption: say('promisesTable'), columns, groups },
    ...more(say('morePromises', { count: left }), left),
  ]
}

const more = (text: string, left: number): Block[] =>
  left ? [{ kind: 'paragraph', runs: [plain(text)], look: 'quiet' }] : []

type Conflict = ReturnType<typeof toConflicts>[number] & { title: string }

/** Periods of the themes for which figures exclude each other and no editor has preferred one, indicator by indicator. */
function unsettledOf(c: BriefContext): Conflict[] {
  const say = sayIn(c.locale)
  return groupRows(c.points, (p) => `${p.indicator} ${p.measure}`).flatMap((own) => {
    const indicator = titleOf(c.slug, own).title
    const title = own[0]!.measure === 'change' ? say('change', { indicator }) : indicator
    return toConflicts(c, own).flatMap((found) => (found.settled ? [] : [{ ...found, title }]))
  })
}

function conflicts(d: Draft, found: readonly Conflict[]): Block[] {
  const { say, bounds } = d
  if (!found.length) return []
  const rows = found
    .slice(0, bounds.conflicts)
    .map((f): Cell[] => [
      [line(strong(`${f.title}, ${f.period}`)), line(quiet(f.series))],
      f.lines.slice(0, 4).map((l) => line(claimed(l, l.text, 'value'), quiet(` ${l.source}`))),
      [line(plain(f.gap))],
    ])
  const columns = [
    { heading: say('what'), share: 34 },
    { heading: say('said'), share: 44 },
    { heading: say('gap'), share: 22 },
  ]
  return [
    heading(d, 'conflicts'),
    { kind: 'table', caption: say('conflictsTable'), columns, groups: [{ heading: null, rows }] },
    ...more(
      say('moreConflicts', { count: found.length - bounds.conflicts }),
      Math.max(0, found.length - bounds.conflicts),
    ),
  ]
}

/** Events, and steps of agreements, in the window, the latest first. */
function happened(d: Draft): Block[] {
  const { c, bounds } = d
  const events = c.events.map((e) => ({
    on: e.starts,
    when: periodText(e, c.locale),
    what: { entry: e.entry, href: evidenceHref(c.slug, e.entry, c.clocks) },
    text: e.title,
    more: [e.codeName, e.place].filter(Boolean).join(', '),
  }))
  const steps = c.promises
    .filter((p) => p.kind === 'agreement')
    .flatMap((p) => {
      const told = toPromiseRow(c, p)
      return p.steps.map((s, i) => {
        const row = told.steps[i]!
        return {
          on: s.starts ?? s.ends ?? s.knownOn,
          when: row.on,
          what: row,
          text: `${told.what}: ${row.text}`,
          more: '',
        }
      })
    })
  const all = [...events, ...steps]
    .filter((x) => isWithin(x.on, c.window))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.what.entry - a.what.entry))
    .slice(0, bounds.happened)
  if (!all.length) return []
  const items = all.map((x) =>
    line(strong(`${x.when} `), claimed(x.what, x.text), x.more ? quiet(` (${x.more})`) : null),
  )
  return [heading(d, 'happened'), { kind: 'list', items }]
}

function corrections(d: Draft): Block[] {
  const { say, c, bounds } = d
  const none: Block = { kind: 'paragraph', runs: [plain(say('noCorrections'))], look: 'quiet' }
  const items = c.corrections
    .slice(0, bounds.corrections)
    .map((r) =>
      line(
        strong(`${r.at} `),
        claimed(r, `${r.title}, ${r.text}`),
        plain(
          ` ${say(`changed.${r.before ? 'correctedFrom' : r.what}`, { before: r.before ?? '', why: r.why ?? '' })}`,
        ),
      ),
    )
  return [heading(d, 'corrections'), items.length ? { kind: 'list', items } : none]
}

/** The blocks of a brief in their order, with entries in the place of numbered notes. */
export function draftBrief(c: BriefContext, bounds: Bounds): Block[] {
  const headline = new Set(c.points.filter((p) => p.headline !== null).map((p) => p.indicator))
  const chosen = choosePromises(c.promises, (entry) => c.assessed.get(entry)!, c.window, headline)
  const cards = toCards(c).filter((card) => card.figures.length)
  const d: Draft = { say: sayIn(c.locale, 'briefs'), c, bounds, cards, chosen }
  const unsettled = unsettledOf(c)
  return [
    ...glance(d, unsettled.length),
    ...figures(d),
    ...charts(d),
    ...promises(d),
    ...conflicts(d, unsettled),
    ...happened(d),
    ...corrections(d),
  ]
}

/** Title, subject and the line of facts. */
export function headOfBrief(
  c: BriefContext,
  name: string,
  themes: readonly string[],
  reporter: string | null,
): { title: string; subject: string; facts: string[] } {
  const say = sayIn(c.locale, 'briefs')
  const list = new Intl.ListFormat(c.locale, { type: 'conjunction' }).format(
    themes.map((theme) => sayIn(c.locale)(`themes.${theme}`).toLocaleLowerCase(c.locale)),
  )
  const title = themes.length ? say('titleOf', { name, themes: list }) : say('title', { name })
  const day = (iso: string) => formatDay(iso, c.locale)
  const dayBefore = (iso: string) => new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const period =
    c.from || c.to
      ? periodText({ starts: c.from, ends: c.to, words: null }, c.locale)
      : say('latest', { day: day(dayBefore(c.window.to)) })
  const known = knownLine(c.clock, c.locale, sayIn(c.locale)).replace(/\.$/, '')
  return {
    title,
    subject: say('subject', { name, period }),
    facts: [say('periodOf', { period }), reporter && say('countedBy', { name: reporter }), known].filter(
      (f) => f !== null,
    ),
  }
}
