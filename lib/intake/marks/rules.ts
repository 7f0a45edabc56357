export type Span = { id: number; start: number; end: number }
/** A stretch of a text with everything that is marked in it, the shortest mark first. */
export type Segment = { start: number; end: number; ids: number[] }
/** A paragraph: a line of the text that says something. */
export type Paragraph = { start: number; segments: Segment[] }

/** A text cut where marks begin and end, all of it, in order: marks may overlap and hold each other. Pure, n log n. */
export function segmentsOf(start: number, end: number, spans: readonly Span[]): Segment[] {
  const inside = spans.filter((s) => s.start < end && s.end > start)
  const cuts = [
    ...new Set([start, end, ...inside.flatMap((s) => [Math.max(s.start, start), Math.min(s.end, end)])]),
  ].sort((a, b) => a - b)
  const begins = [...inside].sort((a, b) => a.start - b.start)
  const active = new Set<Span>()
  let next = 0
  return cuts.slice(0, -1).map((from, i) => {
    while (next < begins.length && begins[next]!.start <= from) active.add(begins[next++]!)
    for (const span of active) if (span.end <= from) active.delete(span)
    const ids = [...active].sort((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id).map(({ id }) => id)
    return { start: from, end: cuts[i + 1]!, ids }
  })
}

/** The paragraphs of a text with their marks; lines of blanks are left out, offsets stay those of the whole text. */
export function paragraphsOf(text: string, spans: readonly Span[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  let at = 0
  let first = 0
  for (const line of text.split('\n')) {
    const end = at + line.length
    while (first < ordered.length && ordered[first]!.end <= at && ordered[first]!.start < at) first++
    if (line.trim() !== '') {
      const here: Span[] = []
      for (let i = first; i < ordered.length && ordered[i]!.start < end; i++)
        if (ordered[i]!.end > at) here.push(ordered[i]!)
      paragraphs.push({ start: at, segments: segmentsOf(at, end, here) })
    }
    at = end + 1
  }
  return paragraphs
}
