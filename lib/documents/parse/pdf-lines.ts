/** A line of a page: where it begins (points from the lower left corner) and how high its letters are. */
export type Line = { text: string; x: number; y: number; height: number }

const shape = ({ text }: Line) => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()

/** Lines that stand first or last on most pages, numbers aside, are the head and foot of the paper. */
function withoutHeads(pages: readonly Line[][]): Line[][] {
  const counts = new Map<string, number>()
  const edges = (lines: Line[]) =>
    [...new Set([lines[0], lines[1], lines.at(-1), lines.at(-2)])].filter((line) => line !== undefined)
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(shape))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isHead = (line: Line) => pages.length >= 3 && (counts.get(shape(line)) ?? 0) * 2 > pages.length
  const isNumber = (line: Line) =>
    pages.length >= 2 && /^(?:page )?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|\/) ?\d{1,4})?$/i.test(line.text.trim())
  return pages.map((lines) => {
    const edge = new Set(edges(lines))
    return lines.filter((line) => !edge.has(line) || !(isHead(line) || isNumber(line)))
  })
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** A word that was cut at the end of a line is whole again; a hyphen after a digit stays. */
function join(before: string, next: string): string {
  const cut = /\p{Ll}[-\u00AD\u2010]$/u.test(before) && /^\p{Ll}/u.test(next)
  return cut ? before.slice(0, -1) + next : `${before} ${next}`
}

/**
 * Lines of pages as paragraphs. A new one begins where lines stand further apart than usual, where letters change their
 * size, and where a line is indented or follows a short line that ends a sentence. One may run on over a page's end.
 */
export function toParagraphs(pages: readonly Line[][]): string {
  const paragraphs: string[] = []
  let before: Line | null = null
  for (const lines of withoutHeads(pages)) {
    const gaps = lines.slice(1).map((line, i) => lines[i]!.y - line.y)
    const usual = median(gaps.filter((gap) => gap > 0))
    const widest = Math.max(0, ...lines.map(({ text }) => text.length))
    lines.forEach((line, i) => {
      const text = line.text.replace(/\s+/g, ' ').trim()
      const gap = i === 0 ? usual : gaps[i - 1]!
      const ended = before !== null && /[.!?:»”"…]$/.test(before.text.trim())
      const isNew =
        before === null ||
        gap > usual * 1.3 ||
        gap < 0 ||
        Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height) ||
        (ended && (line.x - before.x > line.height * 0.8 || before.text.length < widest * 0.75)) ||
        /^[•▪●■–-] /.test(text)
      if (isNew) paragraphs.push(text)
      else paragraphs.push(join(paragraphs.pop()!, text))
      before = line
    })
  }
  return paragraphs.join('\n\n')
}
