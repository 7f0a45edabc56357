/** Words in a run; shorter runs are shared by texts that have nothing to do with each other. */
const run = 5
/** Hashes that are kept of a text. */
const kept = 128
/** Texts shorter than this are alike by chance. */
const fewestWords = 30
/** Share of the shorter text's runs that the other has to hold. */
const mostlyHeld = 0.7

export type Sketch = { hashes: number[]; words: number }

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** FNV-1a, 32 bits, signed: what PostgreSQL's integers hold. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  // The bits are mixed once more: the sketch keeps the least hashes, so high bits have to be as random as low ones.
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) | 0
}

function runsOf(text: string): { runs: Set<number>; words: number } {
  const words = wordsOf(text)
  const runs = new Set<number>()
  for (let at = 0; at + run <= words.length; at++) runs.add(hash(words.slice(at, at + run).join(' ')))
  return { runs, words: words.length }
}

/** The least hashes of a text's runs of five words (bottom-k, Broder 1997): equal runs in two texts give equal hashes. */
export function sketchOf(text: string): Sketch {
  const { runs, words } = runsOf(text)
  return { hashes: [...Int32Array.from(runs).sort().slice(0, kept)], words }
}

/** Which part of the shorter text's runs the other holds too: 1 is the same story, whatever was added around it. */
export function shared(a: string, b: string): number {
  const [one, other] = [runsOf(a), runsOf(b)]
  if (Math.min(one.words, other.words) < fewestWords) return 0
  const [small, large] = one.runs.size <= other.runs.size ? [one.runs, other.runs] : [other.runs, one.runs]
  let both = 0
  for (const value of small) if (large.has(value)) both++
  return small.size ? both / small.size : 0
}

export type StoredText = {
  id: number
  url: string | null
  text: string
  publishedOn: string | null
  carriedFrom: number | null
}
/** How a text belongs to one that is stored: a later state of the same page, or the same story in another place. */
export type Likeness = { code: 'version' | 'carried'; source: number; shared: number }

/**
 * What a new text is to those stored that may be like it: a changed version of the page at its address, else a carried
 * story, named by the source it goes back to. Null when it stands for itself.
 */
export function likenessOf(text: string, url: string | null, stored: readonly StoredText[]): Likeness | null {
  const page = url === null ? undefined : stored.filter((s) => s.url === url).sort((a, b) => b.id - a.id)[0]
  if (page) return { code: 'version', source: page.id, shared: shared(text, page.text) }
  const likes = stored
    .map((s) => ({ code: 'carried' as const, source: s.carriedFrom ?? s.id, shared: shared(text, s.text) }))
    .filter((like) => like.shared >= mostlyHeld)
    .sort((a, b) => b.shared - a.shared || a.source - b.source)
  return likes[0] ?? null
}
