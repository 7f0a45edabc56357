import type { MoreChoice } from '@/components/filters/filter-bar'
import { AgreementChoice, type AgreementsPage, sorts, standings } from '@/lib/agreements/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith } from '../../../answer'
import type { SearchParams } from '../view'

const names = ['kind', 'status', 'who', 'sort'] as const

/** The settings that only this page has: for the query, as they were written, and what could not be taken. */
export function choiceOf(params: SearchParams) {
  const t = translator(defaultLocale, 'filters')
  const choice = AgreementChoice.parse(params)
  const refused = names
    .filter((name) => params[name] && choice[name] === null)
    .map((name) => t('refused', { field: t(name), value: String(params[name]).slice(0, 60), rule: t(`rules.${name}`) }))
  if (refused.length) answerWith(400)
  const values = Object.fromEntries(Object.entries(choice).filter((pair): pair is [string, string] => !!pair[1]))
  return { choice, values, refused }
}

/** The same as a form offers them. */
export function moreOf(
  choice: AgreementChoice,
  { types, people }: Pick<AgreementsPage, 'types' | 'people'>,
): MoreChoice[] {
  const t = translator(defaultLocale, 'agreements')
  const label = translator(defaultLocale, 'filters')
  const offered = {
    kind: types.map((type) => ({ value: type.code, label: type.name })),
    status: standings.map((value) => ({ value, label: t(`standings.${value}`) })),
    who: people.map((person) => ({ value: person.slug, label: person.name })),
    sort: sorts.map((value) => ({ value, label: t(`sorts.${value}`) })),
  }
  return names.map((name) => ({
    name,
    label: label(name),
    value: choice[name],
    all: t(`any.${name}`),
    choices: offered[name],
  }))
}
