import type { Qualifier } from '../schema'

/** The words that limit a number, longest first where one holds another ("no more than"). */
const words: [Exclude<Qualifier, 'exact'>, string][] = [
  [
    'up_to',
    '(?:no|not) (?:more|greater|higher) than|up to|не более(?: чем)?|at most|as (?:much|many) as|(?:a )?maximum(?: of)?|≤|<=',
  ],
  [
    'at_least',
    '(?:no|not) (?:less|fewer|lower) than|не менее(?: чем)?|как минимум|минимум|ən azı|at least|(?:a )?minimum(?: of)?|≥|>=',
  ],
  [
    'more_than',
    '(?:more|greater|higher) than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|более(?: чем)?|свыше|больше|превы(?:сил[аио]?|шает)|upwards? of|in excess of|beyond|pass(?:es|ed|ing)?|cross(?:es|ed|ing)?|topp?(?:s|ed|ing)?|>',
  ],
  ['less_than', '(?:less|fewer|lower) than|менее(?: чем)?|меньше|under|below|<'],
  [
    'about',
    'около|почти|примерно|порядка|приблизительно|практически|шамамен|təxminən|təqribən|about|around|approx(?:imately|\\.)?|some|nearly|almost|practically|virtually|roughly|close to|circa|ca?\\.|in the region of|an? estimated|~|≈',
  ],
]
/** "exceeded the mark of 11 million": what may stand between the word and the number. */
const gap = (is: Qualifier) =>
  is === 'about'
    ? '(?: (?:an?|the)(?![\\p{L}]))?'
    : '(?: (?:an?|the|mark|level|threshold|figure|of|total|sum)(?![\\p{L}]))*'
const endings = words.map(
  ([is, source]) => [is, new RegExp(`(?<![\\p{L}\\d])(?:${source})${gap(is)} ?$`, 'iu')] as const,
)
const beginnings = words.map(
  ([is, source]) => [is, new RegExp(`^(?:${source})(?![\\p{L}])${gap(is)} ?`, 'iu')] as const,
)

/** The last word of every qualifier and gap: most numbers have none of them before, and cost one look. */
const lastWords = new Set(
  'than to least most much many maximum of minimum over above exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing surpass pass passes passed passing cross crosses crossed crossing top tops topped topping beyond under below about around approximately approx. some nearly almost practically virtually roughly circa c. ca. estimated a an the mark level threshold figure total sum более чем свыше больше превысил превысила превысило превысили превышает менее меньше около почти примерно порядка приблизительно практически минимум шамамен təxminən təqribən azı'.split(
    ' ',
  ),
)
const lastWord = /(?:([\p{L}]{1,14}\.?)|[≈~<>≥≤=]) ?$/iu

export type QualifierFound = { start: number; qualifier: Qualifier }

/** The qualifier that ends directly before `at`; "exact" and `at` itself where none does. */
export function qualifierBefore(text: string, at: number): QualifierFound {
  const last = lastWord.exec(text.slice(Math.max(0, at - 16), at))
  if (!last || (last[1] && !lastWords.has(last[1].toLowerCase()))) return { start: at, qualifier: 'exact' }
  const from = Math.max(0, at - 48)
  const slice = text.slice(from, at)
  let best: QualifierFound = { start: at, qualifier: 'exact' }
  for (const [qualifier, pattern] of endings) {
    const found = pattern.exec(slice)
    if (found && from + found.index < best.start) best = { start: from + found.index, qualifier }
  }
  return best
}

/** The qualifier a typed quantity begins with. */
export function qualifierAtStart(text: string): { end: number; qualifier: Qualifier } {
  let best: { end: number; qualifier: Qualifier } = { end: 0, qualifier: 'exact' }
  for (const [qualifier, pattern] of beginnings) {
    const end = pattern.exec(text)?.[0].length ?? 0
    if (end > best.end) best = { end, qualifier }
  }
  return best
}

const following: [Qualifier, RegExp][] = [
  ['at_least', /(?: or| and) more(?![a-z])|\+(?!\d)/iy],
  ['up_to', / or (?:less|fewer)(?![a-z])/iy],
  ['about', / or so(?![a-z])/iy],
  ['more_than', /(?:-?(?:[dt][aə]n|[дтн][ае]н))? (?:çox|artıq|астам|көп)(?!\p{L})/iuy],
  ['about', /(?:-?(?:y?[aə]|[ғг][ае]))? (?:yaxın|жуық)(?!\p{L})/iuy],
]
/** "20 or more", "20+", "a dozen or so". */
export function qualifierAfter(text: string, at: number): { end: number; qualifier: Qualifier } | null {
  for (const [qualifier, pattern] of following) {
    pattern.lastIndex = at
    if (pattern.test(text)) return { end: pattern.lastIndex, qualifier }
  }
  return null
}
