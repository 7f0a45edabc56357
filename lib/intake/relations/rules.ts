/** A relation with the names that tell of it: its own, and those of each of its countries, in any language. */
export type NamedRelation = {
  id: number
  slug: string
  names: readonly string[]
  members: readonly { slug: string; names: readonly string[] }[]
}
export type RelationFound = { id: number; slug: string; mentions: number }

const word = /\p{L}[\p{L}\p{M}\p{N}]*/gu
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) => [...fold(text).matchAll(word)].map(([found]) => found)
/** Names are inflected at their end: "Казахстана", "Azerbaijani". Short ones are taken as they are. */
const longestEnding = 4
const shortestStem = 5
const stemOf = (name: string) => (name.length > shortestStem ? name.replace(/[aeiouyаеиоуыэюяйь]$/, '') : name)

type Named = { key: string; rest: string[] }

/**
 * Which relations a text is about: those of whose two countries it names both, or which it names themselves; the one it
 * speaks of most first. Pure, one look at each word.
 */
export function relationsIn(text: string, relations: readonly NamedRelation[]): RelationFound[] {
  const exact = new Map<string, Named[]>()
  const stems = new Map<string, Named[]>()
  const add = (key: string, name: string) => {
    const [first, ...rest] = wordsOf(name)
    if (!first) return
    put(exact, first, { key, rest })
    if (!rest.length && first.length >= shortestStem) put(stems, stemOf(first), { key, rest })
  }
  for (const relation of relations) {
    for (const name of relation.names) add(relation.slug, name)
    for (const member of relation.members) for (const name of member.names) add(member.slug, name)
  }
  const counts = new Map<string, number>()
  const words = wordsOf(text)
  for (let at = 0; at < words.length; at++)
    for (const key of namedAt(words, at, exact, stems)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return relations
    .map(({ id, slug, members }) => {
      const both = members.length ? Math.min(...members.map((m) => counts.get(m.slug) ?? 0)) : 0
      return { id, slug, mentions: both + (counts.get(slug) ?? 0) }
    })
    .filter(({ mentions }) => mentions > 0)
    .sort((a, b) => b.mentions - a.mentions || (a.slug < b.slug ? -1 : 1))
}

function put(map: Map<string, Named[]>, key: string, named: Named) {
  const list = map.get(key)
  if (!list) map.set(key, [named])
  else if (!list.some((n) => n.key === named.key && n.rest.join(' ') === named.rest.join(' '))) list.push(named)
}

function namedAt(words: readonly string[], at: number, exact: Map<string, Named[]>, stems: Map<string, Named[]>) {
  const here = words[at]!
  const whole = (exact.get(here) ?? []).filter(({ rest }) => rest.every((w, i) => words[at + 1 + i] === w))
  if (whole.length) return new Set(whole.map(({ key }) => key))
  for (let length = here.length; length >= Math.max(shortestStem, here.length - longestEnding); length--) {
    const found = stems.get(here.slice(0, length))
    if (found) return new Set(found.map(({ key }) => key))
  }
  return new Set<string>()
}
