import { Message } from '@/components/layout/message'
import { currentActor } from '@/lib/auth/session'
import { getRelations } from '@/lib/dashboards/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith, read } from '../../answer'

/** The page for a relation that does not exist: names it, and lists those that do. */
export async function missingRelation(slug: string) {
  const t = translator(defaultLocale, 'dashboard')
  const asked = await read(async () => getRelations(await currentActor()))
  if ('instead' in asked) return asked.instead
  answerWith(404)
  return (
    <Message
      title={t('missing.title', { slug: slug.slice(0, 80) })}
      text={asked.found.length ? t('missing.text') : t('missing.none')}
    >
      <ul>
        {asked.found.map((r) => (
          <li key={r.slug}>
            <a href={`/relations/${r.slug}`}>{r.name}</a>
          </li>
        ))}
      </ul>
    </Message>
  )
}
