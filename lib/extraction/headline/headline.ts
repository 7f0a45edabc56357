import { checkHeadline } from '@/lib/assessments/headline/rules'
import { shift } from '@/lib/quantities/numerals/rules'
import type { Quantity } from '@/lib/quantities/schema'
import type { Candidate, HeadlineFinding } from '../schema'

const quantityOf = (candidate: Candidate): Quantity => {
  const sign = candidate.value!.startsWith('-') ? '-' : ''
  return {
    value: sign + shift(candidate.value!.replace('-', ''), candidate.unitMult),
    valueTo: candidate.valueTo && shift(candidate.valueTo, candidate.unitMult),
    unitMult: candidate.unitMult,
    decimals: candidate.decimals,
    qualifier: candidate.qualifier,
  }
}

const isChange = (c: Candidate) => (c.kind === 'growth' && c.unit === 'percent') || c.kind === 'multiple'
const isLevel = (c: Candidate) =>
  c.kind === 'observation' && c.unit !== 'percent' && c.unit !== 'times' && c.valueTo === null
/** How far a level may stand from its change: neighbours in one or two sentences. */
const near = 3

/** "Up 14.3 % to $529.4 million": each change with the level it belongs to, and the base where the text gives one. */
export function headlinesIn(candidates: readonly Candidate[]): HeadlineFinding[] {
  const found: HeadlineFinding[] = []
  candidates.forEach((change, at) => {
    if (!isChange(change) || change.period === null) return
    const close = candidates
      .slice(Math.max(0, at - near), at + near + 1)
      .map((candidate, i) => ({ candidate, index: Math.max(0, at - near) + i }))
    const level = close
      .filter(
        ({ candidate: c }) =>
          isLevel(c) && c.period === change.period && c.family === change.family && c.sameAs === null,
      )
      .sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0]
    if (!level) return
    const base = close.find(
      ({ candidate: c }) =>
        isLevel(c) &&
        c.unit === level.candidate.unit &&
        c.period !== null &&
        c.period === change.base &&
        c.family === change.family,
    )
    const check = checkHeadline(
      {
        level: quantityOf(level.candidate),
        change: quantityOf(change),
        changeUnit: change.unit === 'times' ? 'TIMES' : 'PCT',
        real: change.family === 'economy',
      },
      base ? quantityOf(base.candidate) : null,
    )
    found.push({ level: level.index, change: at, base: base?.index ?? null, check })
    if (check.code === 'mismatch') change.doubts.push('headline')
  })
  return found
}
