import { figureText, formatDay, periodText } from '@/lib/dashboards/points/rules'
import type { SheetEvidence, SheetVersion } from '@/lib/dashboards/sheets/queries'
import { claimText, whoseText } from '@/lib/dashboards/sheets/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import type { FieldChange } from '../schema'

const joined = (parts: readonly string[]) => (parts.length ? parts.join('; ') : null)

/** "Akorda, 11 Apr 2023: “…”" */
function evidenceText(e: SheetEvidence, locale: Locale): string {
  const who = [e.speaker, e.speakerAs].filter(Boolean).join(', ')
  const source = [e.publisher, e.publishedOn && formatDay(e.publishedOn, locale), e.title].filter(Boolean).join(', ')
  const said = e.saidOn && sayIn(locale)('said', { day: formatDay(e.saidOn, locale) })
  const words = e.quote === null ? e.locator : `“${e.quote}”`
  return [source, who, said, words].filter(Boolean).join(' · ')
}

/**
 * What a version says, field by field, as a reader reads it. Everything that a correction can change is here, so that
 * two versions that differ never read the same.
 */
export function fieldsOf(v: SheetVersion, locale: Locale): Record<string, string | null> {
  const [say, own] = [sayIn(locale), sayIn(locale, 'revisions')]
  const figure = v.value === null ? null : figureText(v, locale, 'exact')
  const dated = v.starts || v.ends || v.words
  const based = v.baseStarts || v.baseEnds || v.baseWords
  // The words of a period that is known to the day are no part of its label, but they are what the source says.
  const aside = v.starts && v.ends && v.words ? ` (“${v.words}”)` : ''
  return {
    figure,
    written: v.value === null ? null : own('writtenAs', { mult: v.unitMult ?? 0, decimals: v.decimals ?? 0 }),
    series:
      v.value === null
        ? null
        : [v.indicatorName, v.aboutName, whoseText(v, say), v.measure && own(`measures.${v.measure}`), v.unit].join(
            ' · ',
          ),
    title: v.title,
    otherTitles: joined(v.otherTitles),
    about: v.aboutName,
    theme: say(`themes.${v.theme}`),
    code: v.codeName,
    stepOf: v.ofId === null ? null : `${v.ofTitle ?? ''} (${v.ofId})`,
    place: v.place,
    period: dated ? `${periodText(v, locale)}${aside}` : null,
    base: based ? periodText({ starts: v.baseStarts, ends: v.baseEnds, words: v.baseWords }, locale) : null,
    status: v.obsStatus && say(`obsStatus.${v.obsStatus}`),
    rank: v.rank && own(`ranks.${v.rank}`),
    basis: v.basis && say(`basis.${v.basis}`),
    note: v.note,
    parties: joined(v.parties.map((p) => `${p.name} (${p.role})`)),
    evidence: joined(v.evidence.map((e) => evidenceText(e, locale))),
  }
}

/** The fields in which two versions of an entry differ, old and new. */
export function differences(before: SheetVersion, after: SheetVersion, locale: Locale): FieldChange[] {
  const [from, to] = [fieldsOf(before, locale), fieldsOf(after, locale)]
  const name = sayIn(locale, 'revisions')
  return Object.keys(to)
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field: name(`fields.${field}`), from: from[field] ?? null, to: to[field] ?? null }))
}

/** What a version says in one line: the figure with its period, the title with its day, the step. */
export function sentenceOf(v: SheetVersion, locale: Locale): string {
  const claim = claimText(v, sayIn(locale), locale)
  const period = v.starts || v.ends || v.words ? periodText(v, locale) : ''
  return [v.value === null && v.kind !== 'stage' ? v.codeName : claim, period].filter(Boolean).join(', ')
}
