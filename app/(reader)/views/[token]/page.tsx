import { answerWith, read } from '@/app/(reader)/answer'
import { Cards } from '@/components/cards/cards'
import { ChartFigure } from '@/components/charts/chart-figure'
import { Message } from '@/components/layout/message'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Status } from '@/components/ui/status'
import { ArrangeForm, DeleteForm, FreezeForm, RenameForm } from '@/components/views/owner-forms'
import { settingsText } from '@/components/views/settings-list'
import { currentActor } from '@/lib/auth/session'
import { formatDay, formatEdition } from '@/lib/dashboards/points/rules'
import { getCardsAndCharts } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getView } from '@/lib/saved-views/queries'
import { isFrozen, pageHref, pinnable, shownOf } from '@/lib/saved-views/rules'

export const dynamic = 'force-dynamic'

export default async function ViewPage(props: { params: Promise<{ token: string }> }) {
  const { token } = await props.params
  const asked = await read(async () => {
    const actor = await currentActor()
    const view = await getView(actor, token)
    const found = view && (await getCardsAndCharts(actor, view.relation, Filters.parse(view.settings)))
    return view && found ? { view, found } : null
  })
  if ('instead' in asked) return asked.instead
  const t = translator(defaultLocale, 'savedViews')
  const layout = translator(defaultLocale, 'layout')
  if (!asked.found) {
    answerWith(404)
    return (
      <Message title={t('missingTitle')} text={t('missingText')}>
        <ButtonLink look="primary" href="/">
          {t('missingLink')}
        </ButtonLink>
      </Message>
    )
  }
  const { view, found } = asked.found
  const dashboard = translator(defaultLocale, 'dashboard')
  const here = `/relations/${view.relation}`
  const all = pinnable(found)
  const shown = shownOf(found, view.pins)
  const titleOf = ({ kind, key }: { kind: string; key: string }) =>
    all.find((p) => p.kind === kind && p.key === key)?.title ?? key
  const choice = (pin: { kind: 'card' | 'chart'; key: string }) => ({
    value: `${pin.kind} ${pin.key}`,
    kind: pin.kind,
    title: titleOf(pin),
  }) // prettier-ignore
  const { theme: _, ...query } = view.settings
  const version = { token: view.token, revision: view.revision }
  return (
    <>
      <title>{`${view.name} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          view.own ? { label: t('title'), href: '/views' } : { label: layout('relations'), href: '/' },
          { label: view.relationName, href: here },
        ]}
        crumbsLabel={layout('crumbs')}
        title={view.name}
        facts={[
          <Status key="clock" glyph={isFrozen(view) ? 'done' : 'late'} tone="quiet">
            {isFrozen(view)
              ? t('frozen', { moment: formatEdition(view.settings.edition!, defaultLocale) })
              : t('follows')}
          </Status>,
          t('by', { owner: view.owner }),
          t('changed', { day: formatDay(view.changedOn, defaultLocale) }),
        ]}
      >
        <p className="small muted">{settingsText(view.settings).join(' · ') || t('form.noSettings')}</p>
        <p className="view-links no-print">
          <a href={pageHref(view.relation, view.page, view.settings)}>{t('whole')}</a>
          <a href={here}>{t('dashboard')}</a>
        </p>
      </PageHead>
      <Section id="view" title={view.relationName} note={<p>{found.knownText}</p>}>
        {shown.length === 0 ? <Empty title={t('nothing')} /> : null}
        <div className="view-items">
          {shown.map((item) => {
            const key = `${item.pin.kind} ${item.pin.key}`
            if (item.kind === 'card')
              return (
                <Cards
                  key={key}
                  cards={[item.card]}
                  words={{ target: dashboard('target'), computed: dashboard('computed') }}
                />
              )
            if (item.kind === 'chart')
              return (
                <ChartFigure
                  key={key}
                  spec={item.chart}
                  address={`${here}/charts/${item.chart.code}`}
                  page={`${here}/indicators/${item.chart.code}`}
                  query={query}
                />
              )
            return (
              <p key={key} className="muted">
                {t('missing', { key: item.pin.key })}
              </p>
            )
          })}
        </div>
      </Section>
      {view.own ? (
        <Section id="own" title={t('own')}>
          <div className="form">
            <label className="field view-link">
              <span>{t('linkTo')}</span>
              <input className="control" readOnly value={`${process.env.ENTENTE_URL ?? ''}/views/${view.token}`} />
              {view.audience === 'private' ? <span className="field-hint">{t('privateLink')}</span> : null}
            </label>
            <h3 id="arrange">{t('arrange')}</h3>
            <p className="muted small">{t('arrangeNote')}</p>
            <ArrangeForm
              key={`order ${view.revision}`}
              {...version}
              pins={shown.map((item) => choice(item.pin))}
              further={all.filter((p) => !shown.some((s) => s.pin.kind === p.kind && s.pin.key === p.key)).map(choice)}
            />
            <h3>{t('freezing')}</h3>
            <FreezeForm key={`clock ${view.revision}`} {...version} frozen={isFrozen(view)} />
            <h3>{t('rename')}</h3>
            <RenameForm key={`name ${view.revision}`} {...version} name={view.name} audience={view.audience} />
            <DeleteForm key={`end ${view.revision}`} {...version} />
          </div>
        </Section>
      ) : null}
    </>
  )
}
