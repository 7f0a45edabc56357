import type { MoreChoice } from '@/components/filters/filter-bar'
import { Choice, kinds, states } from '@/lib/disagreements/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith } from '../../../answer'
import type { SearchParams } from '../view'

/** Kind and state as the address asks for them: for the query, for the form, and what could not be taken. */
export function choiceOf(params: SearchParams): { choice: Choice; more: MoreChoice[]; refused: string[] } {
  const t = translator(defaultLocale, 'conflicts')
  const filters = translator(defaultLocale, 'filters')
  const choice = Choice.parse(params)
  const refused = (['kind', 'state'] as const)
    .filter((name) => params[name] && choice[name] === null)
    .map((name) =>
      filters('refused', { field: t(name), value: String(params[name]).slice(0, 60), rule: t(`refused.${name}`) }),
    )
  if (refused.length) answerWith(400)
  return {
    choice,
    more: [
      {
        name: 'kind',
        label: t('kind'),
        value: choice.kind,
        all: t('allKinds'),
        choices: kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
      },
      {
        name: 'state',
        label: t('state'),
        value: choice.state,
        all: t('allStates'),
        choices: states.map((state) => ({ value: state, label: t(`states.${state}`) })),
      },
    ],
    refused,
  }
}
