import { BaseTable, Occasions, Register } from '@/components/agreements/register'
import { EvidenceKey } from '@/components/evidence/key'
import { FilterBar } from '@/components/filters/filter-bar'
import { Standings } from '@/components/filters/standings'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { Status } from '@/components/ui/status'
import { reportedWithin } from '@/lib/agreements/counts/rules'
import { getAgreements } from '@/lib/agreements/queries'
import { standings } from '@/lib/agreements/schema'
import { notice, patience } from '@/lib/assessments/agreement-standing/rules'
import { currentActor } from '@/lib/auth/session'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { read } from '../../../answer'
import { missingRelation } from '../missing'
import { tooEarly } from '../too-early'
import { type SearchParams, viewOf } from '../view'
import { moreOf, own } from './settings'

export const dynamic = 'force-dynamic'

export default async function AgreementsPage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const view = viewOf(await props.searchParams, own)
  const asked = await read(async () => getAgreements(await currentActor(), slug, view.filters))
  if ('instead' in asked) return asked.instead
  const p = asked.found
  if (!p) return missingRelation(slug)

  const t = translator(defaultLocale, 'agreements')
  const layout = translator(defaultLocale, 'layout')
  const relation = `/relations/${slug}`
  const here = `${relation}/agreements`
  const set = view.values as Record<string, string>
  const query = new URLSearchParams(set)
  return (
    <>
      <title>{`${t('title', { name: p.head.name })} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: p.head.name, href: withClocks(relation, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={t('heading')}
        facts={[
          t('listOf', { count: p.lines.length, all: p.all }),
          <Status key="known" glyph="late" tone="quiet">
            {p.knownText.replace(/\.$/, '')}
          </Status>,
        ]}
      >
        <p className="lead">
          {t('lead')} {p.occasions.length ? <a href="#claimed">{t('toCounts')}</a> : null}
        </p>
        <RelationTabs slug={slug} current="agreements" clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={view.values}
        themes={p.themes.map((c) => ({ value: c.code, label: c.name }))}
        more={moreOf(view.filters, p)}
        today={view.today}
        refused={view.refused}
      />
      {p.all > 0 ? (
        <Standings
          page={here}
          label={t('counts')}
          states={standings.map((value) => ({ value, text: t(`standings.${value}`), count: p.counts[value] }))}
          everything={t('everything')}
          values={set}
        />
      ) : null}
      {p.lines.length ? (
        <Section
          id="list"
          title={t('list')}
          note={
            <>
              <p>{t('listNote')}</p>
              <EvidenceKey quoted={layout('quoted')} page={layout('page')} />
              <p className="no-print">
                <a href={`${here}.csv${query.size ? `?${query}` : ''}`} download>
                  {t('csv')}
                </a>
              </p>
            </>
          }
        >
          <Disclosure summary={t('rule')}>
            <div className="prose">
              <p>{t('ruleExpiring', { days: notice })}</p>
              <p>{t('ruleStalled', { days: patience })}</p>
              <p>{t('ruleRecorded')}</p>
            </div>
          </Disclosure>
          <Register lines={p.lines} />
        </Section>
      ) : (
        <Empty title={t(p.all ? 'empty.title' : 'empty.none')}>
          <p>{tooEarly(view.filters.edition, p.head) ?? t(p.all ? 'empty.text' : 'empty.noneText')}</p>
          <ButtonLink href={here}>{t('empty.reset')}</ButtonLink>
        </Empty>
      )}
      {p.occasions.length ? (
        <Section id="claimed" title={t('claimed')} note={<p>{t('claimedNote', { days: reportedWithin })}</p>}>
          <Occasions occasions={p.occasions} />
        </Section>
      ) : null}
      {p.base.length ? (
        <Section id="base" title={t('base')} note={<p>{t('baseNote')}</p>}>
          <BaseTable lines={p.base} />
        </Section>
      ) : null}
    </>
  )
}
