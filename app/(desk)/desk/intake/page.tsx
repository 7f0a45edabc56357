import { randomUUID } from 'node:crypto'
import { ItemLines } from '@/components/intake/item-lines'
import { ReceiveForm } from '@/components/intake/receive-form'
import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { SelectField } from '@/components/ui/field'
import { may } from '@/lib/auth/actor'
import { largestDocument } from '@/lib/documents/document'
import { listEntities } from '@/lib/entities/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { countReported } from '@/lib/intake/candidates/queries'
import { countItems, listItems } from '@/lib/intake/queries'
import { type ItemState, itemStates } from '@/lib/intake/schema'
import { gate, idIn } from '../gate'
import { DeskHead } from '../head'

const page = 50

export default async function IntakePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('internal.read', '/desk/intake')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const asked = await searchParams
  const signedIn = actor.role !== null
  const state = itemStates.find((s) => s === asked.state) ?? 'waiting'
  const relation = asked.relation?.slice(0, 20) || undefined
  const before = idIn(asked.before ?? '') ?? undefined
  const t = translator(defaultLocale, 'intake')
  const [items, counts, entities, wrong] = signedIn
    ? await Promise.all([
        listItems(actor, { state, relation, before, limit: page + 1 }),
        countItems(actor),
        listEntities(actor),
        countReported(actor),
      ])
    : [[], null, [], 0]
  const relations = entities.filter((e) => e.kind === 'relation')
  const shown = items.slice(0, page)
  const href = (to: { state?: ItemState; before?: number }) => {
    const query = new URLSearchParams({ state: to.state ?? state })
    if (relation) query.set('relation', relation)
    if (to.before) query.set('before', String(to.before))
    return `/desk/intake?${query}`
  }
  return (
    <>
      <DeskHead title={t('title')} facts={[t('lead')]} did={asked.did} />
      {!signedIn || may(actor, 'source.write') ? (
        <Section id="receive" title={t('receive.title')}>
          <ReceiveForm requestKey={randomUUID()} largest={largestDocument} />
        </Section>
      ) : null}
      <Section
        id="queue"
        title={t('states.label')}
        note={wrong ? <a href="/desk/intake/wrong">{t('wrongLink', { count: wrong })}</a> : undefined}
      >
        <div className="queue-head">
          <nav aria-label={t('states.label')}>
            <ul className="queue-states">
              {itemStates.map((s) => (
                <li key={s}>
                  <a href={href({ state: s })} aria-current={s === state ? 'page' : undefined}>
                    {t(`states.${s}`)} <span className="muted">{counts?.[s] ?? 0}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {relations.length > 1 || relation ? (
            <form className="filters-line">
              <input type="hidden" name="state" value={state} />
              <SelectField
                name="relation"
                label={t('filter')}
                defaultValue={relation ?? ''}
                options={[
                  { value: '', label: t('allRelations') },
                  ...relations.map((r) => ({ value: r.slug, label: r.name })),
                ]}
              />
              <Button type="submit">{t('show')}</Button>
            </form>
          ) : null}
        </div>
        {shown.length ? (
          <ItemLines items={shown} />
        ) : (
          <Empty title={t(`empty.${state}`)}>{state === 'waiting' ? t('empty.waitingText') : null}</Empty>
        )}
        <nav className="buttons" aria-label={t('older')}>
          {before ? <a href={href({})}>{t('newest')}</a> : null}
          {items.length > page ? <a href={href({ before: shown.at(-1)!.id })}>{t('older')}</a> : null}
        </nav>
      </Section>
    </>
  )
}
