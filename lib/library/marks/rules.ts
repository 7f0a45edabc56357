/** A stretch of a text, in UTF-16 and half-open, with the number under which it is listed. */
export type Span = { number: number; from: number; to: number }

/** A piece of a text and the numbers of all spans that cover it, the outermost first. */
export type Segment = { text: string; numbers: number[] }

/** A text as a page marks it: pieces, and marks that hold pieces and further marks. `first`: the mark begins here. */
export type Marked = string | { number: number; first: boolean; inside: Marked[] }

/** Outermost first: what begins earlier, then what ends later. */
const outward = (a: Span, b: Span) => a.from - b.from || b.to - a.to || a.number - b.number

/**
 * Cuts a text wherever a span begins or ends. Spans may overlap and touch; what lies outside the text is cut off.
 * The texts of the segments, put together, are the text.
 */
export function toSegments(text: string, spans: readonly Span[]): Segment[] {
  const inside = spans
    .map((s) => ({ ...s, from: Math.max(0, s.from), to: Math.min(text.length, s.to) }))
    .filter((s) => s.from < s.to)
    .sort(outward)
  const cuts = [...new Set([0, text.length, ...inside.flatMap((s) => [s.from, s.to])])].sort((a, b) => a - b)
  const segments: Segment[] = []
  let open: Span[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!]
    open = open.filter((s) => s.to > from)
    while (next < inside.length && inside[next]!.from <= from) open.push(inside[next++]!)
    segments.push({ text: text.slice(from, to), numbers: open.map((s) => s.number) })
  }
  return segments
}

/**
 * Marks inside marks: a span that lies in another is drawn in it. Where two cross, the later one is interrupted at the
 * end of the earlier and goes on behind it (`first` is false there).
 */
export function toMarks(segments: readonly Segment[]): Marked[] {
  const all: Marked[] = []
  const begun = new Set<number>()
  let open: Exclude<Marked, string>[] = []
  for (const { text, numbers } of segments) {
    let same = 0
    while (same < open.length && open[same]!.number === numbers[same]) same++
    open = open.slice(0, same)
    for (const number of numbers.slice(same)) {
      const mark = { number, first: !begun.has(number), inside: [] }
      begun.add(number)
      const around = open.at(-1)
      if (around) around.inside.push(mark)
      else all.push(mark)
      open.push(mark)
    }
    const around = open.at(-1)
    if (around) around.inside.push(text)
    else all.push(text)
  }
  return all
}

/** Places in a text, numbered in the order in which a reader meets them; the same place has one number. */
export function numberPlaces(places: readonly { from: number; to: number }[]): Span[] {
  const distinct = new Map(places.map(({ from, to }) => [`${from} ${to}`, { from, to }]))
  return [...distinct.values()]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((place, i) => ({ ...place, number: i + 1 }))
}

/** Words shown on either side of a quote where the text around it may not be shown whole. */
export const wordsAround = 8

const before = new RegExp(`(?:\\S{1,40}\\s{1,3}){0,${wordsAround}}\\S{0,40}$`)
const after = new RegExp(`^\\S{0,40}(?:\\s{1,3}\\S{1,40}){0,${wordsAround}}`)
/** As much of a text as the words around a quote can take. */
const reach = (wordsAround + 1) * 43

export type Excerpt = { text: string; spans: Span[]; startsText: boolean; endsText: boolean }

/**
 * The quotes of a text in its order, each with a few words around it; quotes whose words meet share an excerpt. Shows of a
 * text no more than its quotations and what makes them readable.
 */
export function toExcerpts(text: string, spans: readonly Span[]): Excerpt[] {
  const excerpts: { from: number; to: number; spans: Span[] }[] = []
  for (const span of [...spans].sort(outward)) {
    const from = span.from - before.exec(text.slice(Math.max(0, span.from - reach), span.from))![0].length
    const to = span.to + after.exec(text.slice(span.to, span.to + reach))![0].length
    const last = excerpts.at(-1)
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to)
      last.spans.push(span)
    } else excerpts.push({ from, to, spans: [span] })
  }
  return excerpts.map((e) => ({
    text: text.slice(e.from, e.to),
    spans: e.spans.map((s) => ({ ...s, from: s.from - e.from, to: s.to - e.from })),
    startsText: e.from === 0,
    endsText: e.to === text.length,
  }))
}
