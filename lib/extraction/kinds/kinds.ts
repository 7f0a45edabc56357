import type { Figure } from '../numbers/figures'
import type { Counted } from '../numbers/nouns'
import type { CandidateKind, RuleName } from '../schema'
import { has, type Sentence } from '../sentences/sentence'
import { changeOf, type Direction, isMultiple, isShare } from './change'
import { nothingBetween, tokenBefore } from './clause'
import { type Modality, modalityOf } from './modality'

/** What a number is, before it is asked whether somebody only wants it. */
export type Nature = 'level' | 'share' | 'rate' | 'change' | 'multiple' | 'documents'
export type Judged = { kind: CandidateKind; nature: Nature; falls: boolean; modality: Modality; rule: RuleName }

const isRate = (sentence: Sentence, figure: Figure) => {
  if (figure.unit !== 'percent') return false
  for (let i = figure.at - 1; i >= Math.max(0, figure.at - 10); i--) if (has(sentence.tokens[i], 'rate')) return true
  return false
}

function natureOf(
  sentence: Sentence,
  figure: Figure,
  counted: Counted,
  earlier: { figure: Figure; judged: Judged } | null,
): { nature: Nature; direction: Direction | null } | null {
  if (figure.unit === 'times')
    return isMultiple(sentence, figure) ||
      (earlier?.figure.unit === 'times' && nothingBetween(sentence, earlier.figure, figure))
      ? { nature: 'multiple', direction: null }
      : null
  if (counted === 'document') return { nature: 'documents', direction: null }
  const direction = changeOf(sentence, figure)
  if (direction) return { nature: 'change', direction }
  if (isShare(sentence, figure)) return { nature: 'share', direction: null }
  const near = tokenBefore(sentence, figure)
  // "…, ferrous scrap by $5.3 million", "imports 7 %", "after 3.8 % in 2024": the verb stands with the number before.
  if (earlier && earlier.figure.unit === figure.unit && earlier.judged.nature !== 'level' && !has(near, 'to', 'from')) {
    const gapped = nothingBetween(sentence, earlier.figure, figure)
    const compared = has(near, 'against') && figure.unit === 'percent'
    const bare = figure.unit === 'percent' || has(near, 'by')
    if ((gapped || compared) && bare && earlier.judged.nature !== 'documents')
      return { nature: earlier.judged.nature, direction: earlier.judged.falls ? 'fall' : 'rise' }
  }
  if (isRate(sentence, figure)) return { nature: 'rate', direction: null }
  return { nature: figure.unit === 'percent' ? 'share' : 'level', direction: null }
}

const rules: Record<Nature, RuleName> = {
  level: 'level',
  share: 'share',
  rate: 'rate',
  change: 'change',
  multiple: 'multiple',
  documents: 'documents',
}
const kinds: Record<Nature, CandidateKind> = {
  level: 'observation',
  share: 'observation',
  rate: 'observation',
  change: 'growth',
  multiple: 'multiple',
  documents: 'agreement-count',
}

/**
 * What a figure claims; null where it is no figure ("met three times").
 * @param earlier the figure before it in the same sentence: what is left out is meant as there.
 */
export function judge(
  sentence: Sentence,
  figure: Figure,
  counted: Counted,
  earlier: { figure: Figure; judged: Judged } | null,
): Judged | null {
  const found = natureOf(sentence, figure, counted, earlier)
  if (!found) return null
  const { nature, direction } = found
  const falls = direction === 'fall'
  const near = tokenBefore(sentence, figure)
  const planned = earlier?.judged.kind === 'target' && earlier.figure.unit === figure.unit
  const shared = earlier && nothingBetween(sentence, earlier.figure, figure) ? earlier.judged.modality : null
  const isBase = has(near, 'from', 'against')
  const own = isBase ? 'fact' : modalityOf(sentence, figure)
  const modality = own === 'capacity' && planned ? 'plan' : (own ?? shared)
  if (nature === 'documents') return { kind: 'agreement-count', nature, falls, modality, rule: 'documents' }
  if (modality === 'promise' && nature === 'level')
    return { kind: 'commitment', nature, falls, modality, rule: 'promise' }
  if (modality === 'plan' || (modality === 'promise' && nature !== 'share'))
    return { kind: 'target', nature, falls, modality, rule: 'plan' }
  if (modality === 'forecast') return { kind: 'target', nature, falls, modality, rule: 'forecast' }
  const rule = modality === 'capacity' && nature === 'level' ? 'capacity' : rules[nature]
  return { kind: kinds[nature], nature, falls, modality, rule }
}
