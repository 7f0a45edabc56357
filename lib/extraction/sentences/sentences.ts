/** A sentence of a text: half-open UTF-16 offsets, and the paragraph it stands in. */
export type Span = { start: number; end: number; paragraph: number }

const paragraphBreak = /\n[ \t\r\f\v]*\n\s*/g
const bullet = /^\s*(?:[-–—•*#·▪■]|\d{1,2}[.)])\s/
/** Before a name these never end a sentence ("Dr. Smith"); single capitals ("J. Smith") are found by their shape. */
const titles = new Set('mr mrs ms dr prof gen col lt gov sen rep hon st vs e.g i.e им ул г-н проф д-р'.split(' '))
/** These end one only before a word with a capital ("5 mln. The …", not "5 mln. USD", "Oct. 21"). */
const abbreviations = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec no nos etc approx ca inc ltd co corp fig est u.s u.k u.n u.a.e a.m p.m p.a ' +
    'mln bln trln mn bn thsd ths tn rs jr sr sq dept г гг млн млрд тыс трлн ст см т тт руб долл mlrd'
  ).split(' '),
)
const named = /^\s+["'“«(]?\p{Lu}[\p{Ll}'’]/u
const wordBefore = /([\p{L}\d.-]{1,12})$/u
const closing = /[.!?…]["'”’»)\]]*/y

/** A point after a title or an initial ends nothing; after another abbreviation it depends on what follows. */
function endsHere(text: string, at: number, end: number): boolean {
  if (text[at] !== '.') return true
  const word = wordBefore.exec(text.slice(Math.max(0, at - 12), at))?.[1]?.toLowerCase() ?? ''
  if (titles.has(word)) return false
  const initials = /(?:^|[^\p{L}])\p{Lu}$/u.test(text.slice(Math.max(0, at - 2), at))
  if (initials && !/^(?:\p{L}\.)+\p{L}$/u.test(word)) return false
  return initials || abbreviations.has(word) ? named.test(text.slice(end, end + 6)) : true
}

const startsNext = /\s+(?=["'“«‘([-]{0,2}\s?[\p{Lu}\d$€£₹¥₼₸₽•-])/uy
/** Does a single line end stand inside a sentence? Hard-wrapped text goes on in lower case or after a long line. */
function wraps(before: string, after: string): boolean {
  if (bullet.test(after) || /[.!?:;…"”»]\s*$/.test(before)) return false
  return /^\s*[\p{Ll}\d($€£]/u.test(after) || (before.length >= 60 && /[\p{Ll},]\s*$/u.test(before))
}

/** What governs a figure stands nearer than this; an endless line is cut, so that its cost stays linear. */
const longest = 1200

/** Sentences of one paragraph, `from` … `to`. */
function* sentencesOf(text: string, from: number, to: number): Generator<[number, number]> {
  let start = from
  let lineStart = from
  for (let at = from; at < to; at++) {
    const char = text[at]!
    const length = at - start
    if (length > longest && (/[,;:\s]/.test(char) || length > 2 * longest)) {
      yield [start, at]
      start = at
    } else if (char === '\n') {
      const lineEnd = text.indexOf('\n', at + 1)
      const next = text.slice(at + 1, Math.min(lineEnd < 0 ? to : lineEnd, at + 80))
      if (!wraps(text.slice(Math.max(lineStart, at - 120), at), next)) {
        yield [start, at]
        start = at + 1
      }
      lineStart = at + 1
    } else if (char === '.' || char === '!' || char === '?' || char === '…') {
      closing.lastIndex = at
      closing.test(text)
      const end = closing.lastIndex
      startsNext.lastIndex = end
      if (end < to && !startsNext.test(text)) continue
      if (end < to && !endsHere(text, at, end)) continue
      yield [start, end]
      start = end
      at = end - 1
    }
  }
  if (start < to) yield [start, to]
}

/** Cuts a text into sentences; blank lines, list items and headings end one even without a point. */
export function sentencesIn(text: string): Span[] {
  const found: Span[] = []
  let [paragraph, from] = [0, 0]
  const add = (to: number) => {
    for (const [start, end] of sentencesOf(text, from, to)) {
      const raw = text.slice(start, end)
      const trimmed = raw.trim()
      if (trimmed === '') continue
      const lead = raw.length - raw.trimStart().length
      found.push({ start: start + lead, end: start + lead + trimmed.length, paragraph })
    }
    paragraph++
  }
  for (const gap of text.matchAll(paragraphBreak)) {
    add(gap.index)
    from = gap.index + gap[0].length
  }
  add(text.length)
  return found
}
