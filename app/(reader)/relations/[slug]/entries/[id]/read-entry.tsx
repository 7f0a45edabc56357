import { ClockBanner } from '@/components/filters/clock-banner'
import { Message } from '@/components/layout/message'
import { ButtonLink } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { getEntryEvidence, listIndicators } from '@/lib/dashboards/queries'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith, read } from '../../../../answer'
import { missingRelation } from '../../missing'
import { type SearchParams, viewOf } from '../../view'

/** What stands behind an entry, for its page and for the panel alike; or the page that says why nothing does. */
export async function readEntry(slug: string, id: string, params: SearchParams) {
  const view = viewOf(params)
  const number = /^\d{1,15}$/.test(id) ? Number(id) : null
  const asked = await read(async () =>
    number === null ? null : getEntryEvidence(await currentActor(), slug, number, view.filters),
  )
  if ('instead' in asked) return asked
  return asked.found ? { found: asked.found, view } : { instead: await missingEntry(slug, id, view) }
}

async function missingEntry(slug: string, id: string, view: ReturnType<typeof viewOf>) {
  const t = translator(defaultLocale, 'indicators')
  const asked = await read(async () => listIndicators(await currentActor(), slug))
  if ('instead' in asked) return asked.instead
  if (!asked.found) return missingRelation(slug)
  answerWith(404)
  const { name } = asked.found
  return (
    <Message title={t('missingEntry.title', { id: id.slice(0, 20), name })} text={t('missingEntry.text')}>
      <ClockBanner clocks={view.values} back={`/relations/${slug}/entries/${id.slice(0, 20)}`} today={view.today} />
      <ButtonLink look="primary" href={withClocks(`/relations/${slug}`, view.filters)}>
        {name}
      </ButtonLink>
    </Message>
  )
}
