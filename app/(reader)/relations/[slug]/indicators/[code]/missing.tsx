import { Message } from '@/components/layout/message'
import { currentActor } from '@/lib/auth/session'
import { listIndicators } from '@/lib/dashboards/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith, read } from '../../../../answer'
import { missingRelation } from '../../missing'

/** The page for an indicator that a relation does not show: names it, and lists those it does. */
export async function missingIndicator(slug: string, code: string) {
  const t = translator(defaultLocale, 'indicators')
  const asked = await read(async () => listIndicators(await currentActor(), slug))
  if ('instead' in asked) return asked.instead
  if (!asked.found) return missingRelation(slug)
  const { name, indicators } = asked.found
  answerWith(404)
  return (
    <Message title={t('missing.title', { code: code.slice(0, 80), name })} text={t('missing.text')}>
      <ul>
        {indicators.map((i) => (
          <li key={i.code}>
            <a href={`/relations/${slug}/indicators/${i.code}`}>{i.name}</a>
          </li>
        ))}
      </ul>
    </Message>
  )
}
