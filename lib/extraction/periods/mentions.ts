import type { Days } from '@/lib/periods/notation/rules'

/**
 * What a stretch of time in the text is said for: `when` it holds, `base` of a comparison, `due` of a plan; `words` are
 * those that no calendar resolves ("in recent years"); `earlier` is "a year earlier", seen from the figure before it.
 */
export type Role = 'when' | 'base' | 'due' | 'words' | 'earlier'
export type Mention = { start: number; end: number; days: Days | null; role: Role; span: boolean; weak: boolean }

export type Reading = { days: Days | null; role?: Role; span?: boolean; weak?: boolean } | null
export type Moment = {
  /** Day of the text. */
  date: string | null
  /** Of "2022 … in May": the year named last before it in the sentence. */
  pair: readonly [string, string] | null
}
/** `pattern` is global; `read` gets its groups. A pattern listed earlier wins where two overlap. */
export type TimePattern = {
  pattern: RegExp
  read: (groups: readonly (string | undefined)[], moment: Moment) => Reading
}
export type TimeWords = {
  patterns: readonly TimePattern[]
  /** What directly before a stretch of time makes it the base of a comparison, or the end of a plan. */
  base: RegExp
  /** The same after a rate: "18 % over the first quarter of 2021". */
  baseAfterRate: RegExp
  /** The same before a bare year: "up 5 % on 2021". */
  baseOfYear: RegExp
  due: RegExp
}

const reach = 48

/** Stretches of time in a sentence, in order. */
export function mentionsIn(text: string, from: number, to: number, words: TimeWords, moment: Moment): Mention[] {
  const sentence = text.slice(from, to)
  if (
    !/\d|year|month|quarter|today|yesterday|half|since|day|recent|future|few|decade|tomorrow|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\p{Script=Cyrillic}|\bil|ay\b/iu.test(
      sentence,
    )
  )
    return []
  const found: Mention[] = []
  for (const { pattern, read } of words.patterns) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const end = match.index + match[0].length
      if (match[0] === '') pattern.lastIndex++
      const start = from + match.index
      if (found.some((other) => other.start < from + end && start < other.end)) continue
      const reading = read(match, moment)
      if (!reading) continue
      const before = sentence.slice(Math.max(0, match.index - reach), match.index)
      const role =
        reading.role ??
        (words.base.test(before) ||
        words.baseAfterRate.test(before) ||
        (/^\d{4}$/.test(match[0]) && words.baseOfYear.test(before))
          ? 'base'
          : words.due.test(before)
            ? 'due'
            : 'when')
      found.push({
        start: from + match.index,
        end: from + end,
        days: reading.days,
        role,
        span: reading.span ?? false,
        weak: reading.weak ?? false,
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
