import type { Family } from '../schema'
import { has, type Sentence, type Token } from '../sentences/sentence'

let countries: Set<string> | null = null
/** English names of countries, from the runtime's own tables. */
function countryNames(): Set<string> {
  if (countries) return countries
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  countries = new Set([
    'uae',
    'uk',
    'us',
    'usa',
    'eu',
    'turkey',
    'the netherlands',
    'south korea',
    'russia',
    'britain',
    'european union',
    'united states',
    'united kingdom',
    'ivory coast',
    'czech republic',
  ])
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const name = names.of(String.fromCharCode(a, b))
      if (name) countries.add(name.toLowerCase())
    }
  return countries
}

const isName = (token: Token | undefined) => token?.capital && token.figure === null
/** How the adjectives of countries end. */
const _demonym = /(?:an|ish|ese|ian|ch|akh|bek|yz|ik|men|i|ek|uk|ss|ot)$/
const article = /^(?:the|a|this|its|our|their)$/i
const kinds = /^(?:corridor|route|port|pipeline|railway|canal|sea|strait|seaport|terminal|airport)$/

/** Countries, corridors and places that a sentence names, as written and once each. */
export function placesIn(sentence: Sentence, text: string): string[] {
  const { tokens } = sentence
  const found: string[] = []
  const known = countryNames()
  for (let at = 0; at < tokens.length && at < 400; at++) {
    if (!isName(tokens[at])) continue
    let last = at
    while (isName(tokens[last + 1]) || (/^[-–]$/.test(tokens[last + 1]?.text ?? '') && isName(tokens[last + 2]))) last++
    const words = text.slice(tokens[at]!.start, tokens[last]!.end)
    const ofPort = /^(?:port|ports|harbour|harbor)$/.test(tokens[at - 2]?.text ?? '') && tokens[at - 1]?.text === 'of'
    const next = tokens[last + 1]
    if (kinds.test(tokens[last]!.text) && last > at) found.push(words)
    else if (next && kinds.test(next.text) && !article.test(words)) found.push(text.slice(tokens[at]!.start, next.end))
    else if (ofPort || known.has(words.toLowerCase())) found.push(words)
    else
      for (let i = at; i <= last; i++) {
        const two = i < last ? text.slice(tokens[i]!.start, tokens[i + 1]!.end) : ''
        if (known.has(two.toLowerCase())) found.push(two)
        else if (known.has(tokens[i]!.text)) found.push(text.slice(tokens[i]!.start, tokens[i]!.end))
      }
    at = last
  }
  return [...new Set(found)]
}

/** Whose goods: "Georgian exports", "Poland's exports", "imports from Azerbaijan". */
export function originOf(sentence: Sentence, at: number, family: Family, text: string): string | null {
  if (family !== 'trade.exports' && family !== 'trade.imports') return null
  const { tokens } = sentence
  for (let i = at - 1; i >= Math.max(0, at - 16); i--) {
    const token = tokens[i]!
    if (!token.topics.includes(family)) continue
    if (family === 'trade.imports') {
      const from = tokens.slice(i + 1, i + 4).findIndex((t) => has(t, 'from'))
      const name = from < 0 ? undefined : tokens[i + 2 + from]
      return isName(name) ? text.slice(name!.start, name!.end) : null
    }
    for (let j = i - 1; j >= Math.max(0, i - 3); j--)
      if (isName(tokens[j])) return text.slice(tokens[j]!.start, tokens[j]!.end)
    return null
  }
  return null
}
