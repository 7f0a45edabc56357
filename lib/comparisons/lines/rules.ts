import type { LineChoice, LinePoint } from '@/lib/dashboards/lines/queries'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'

type Named = Pick<
  LineChoice | LinePoint,
  | 'relationName'
  | 'relation'
  | 'about'
  | 'aboutName'
  | 'indicatorName'
  | 'reporterName'
  | 'originName'
  | 'measure'
  | 'scope'
  | 'unit'
  | 'indicatorUnit'
>

/** The parts of a line's name, from the widest to the narrowest; empty where it has none. */
function parts(l: Named, locale: Locale): string[] {
  const view = sayIn(locale)
  const t = sayIn(locale, 'compare')
  const name = l.measure === 'change' ? `${l.indicatorName}, ${t('change')}` : l.indicatorName
  const other = l.measure === 'level' && l.unit !== l.indicatorUnit
  return [
    l.relationName,
    l.about === l.relation ? '' : l.aboutName,
    other ? t('inUnit', { text: name, unit: view(`units.${l.unit}`) }) : name,
    l.originName ? view('exportsFrom', { name: l.originName }) : '',
    l.scope,
    l.reporterName ? view('whose', { name: l.reporterName }) : view('nobody'),
  ]
}

/** "Azerbaijan–Kazakhstan · Trade turnover · Kazakhstan’s figures" */
export const lineName = (l: Named, locale: Locale): string => parts(l, locale).filter(Boolean).join(' · ')

/** The same without the relation, where it stands above. */
export const lineNameWithin = (l: Named, locale: Locale): string =>
  parts(l, locale).slice(1).filter(Boolean).join(' · ')

/** What all lines have in common is said once, as the title; each is named by what it differs in. */
export function nameApart(lines: readonly Named[], locale: Locale): { title: string; labels: string[] } {
  const all = lines.map((line) => parts(line, locale))
  const common = all[0]?.map((part, i) => all.every((other) => other[i] === part)) ?? []
  const said = (own: readonly string[], wanted: boolean) =>
    own.filter((part, i) => part && common[i] === wanted).join(' · ')
  const title = lines.length ? said(all[0]!, true) : ''
  return {
    title: title || sayIn(locale, 'compare')('several'),
    labels: all.map((own) => said(own, false) || own.filter(Boolean).at(-1)!),
  }
}
