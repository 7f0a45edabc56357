import { ChartFigure } from '@/components/charts/chart-figure'
import { ComparedLines } from '@/components/comparisons/compared-lines'
import { ComparisonForm, type ComparisonValues } from '@/components/comparisons/comparison-form'
import { EvidenceKey } from '@/components/evidence/key'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { Empty } from '@/components/ui/empty'
import { Status } from '@/components/ui/status'
import { currentActor } from '@/lib/auth/session'
import { getComparison } from '@/lib/comparisons/queries'
import { formatLine, readComparison, writeComparison } from '@/lib/comparisons/rules'
import { mostLines } from '@/lib/comparisons/schema'
import { Slug } from '@/lib/entities/schema'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith, read } from '../answer'

export const dynamic = 'force-dynamic'

const names = ['mode', 'base', 'from', 'to', 'known', 'edition', 'relation'] as const

/** The address as it was written: every parameter that the page reads, lines in their order. */
function searchOf(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = new URLSearchParams()
  for (const line of [params.line ?? []].flat()) search.append('line', line)
  for (const name of names) {
    const [value] = [params[name] ?? []].flat()
    if (value) search.set(name, value)
  }
  return search
}

export default async function ComparePage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = searchOf(await props.searchParams)
  const t = translator(defaultLocale, 'compare')
  const layout = translator(defaultLocale, 'layout')
  const { comparison, refused } = readComparison(search)
  const bad = new Set(refused.map((r) => r.name as string))
  if (refused.length) answerWith(400)
  const values: ComparisonValues = Object.fromEntries(
    names.flatMap((name) => (search.get(name) && !bad.has(name) ? [[name, search.get(name)]] : [])),
  )
  const relation = Slug.safeParse(values.relation).data ?? null
  const asked = await read(async () => getComparison(await currentActor(), comparison, relation))
  if ('instead' in asked) return asked.instead
  const page = asked.found
  const { lines, charts, example, suggestions } = page

  const address = (line: readonly Parameters<typeof formatLine>[0][], more: ComparisonValues = values) =>
    `/compare?${writeComparison(line, more)}`
  const { mode: _, ...others } = values
  const query = { line: comparison.lines.map(formatLine), ...others, mode: comparison.mode }
  return (
    <>
      <title>{`${t('title')} · ${layout('name')}`}</title>
      <PageHead
        crumbsLabel={layout('crumbs')}
        title={t('title')}
        facts={[
          <Status key="known" glyph="late" tone="quiet">
            {page.knownText.replace(/\.$/, '')}
          </Status>,
        ]}
      >
        <p className="lead">{t('lead')}</p>
      </PageHead>
      <ComparisonForm
        page={page}
        values={{ ...values, mode: comparison.mode }}
        today={new Date().toISOString().slice(0, 10)}
        back={address(comparison.lines, { ...values, known: undefined, edition: undefined })}
        refused={refused.map(({ name, value }) => t(`refused.${name}`, { value: value.slice(0, 80), most: mostLines }))}
      />
      {lines.length === 0 ? (
        <Empty title={t('empty.title')}>
          <p>{suggestions.length || page.offered?.options.length ? t('empty.text') : t('empty.none')}</p>
          <ul className="compare-begin">
            {suggestions.map((s) => (
              <li key={s.name}>
                <a href={address(s.lines)}>{s.name}</a>
              </li>
            ))}
          </ul>
        </Empty>
      ) : null}
      {charts.length ? (
        <Section id="charts" title={t('charts')}>
          <div className={charts.length === 1 ? 'charts charts-large' : 'charts'}>
            {charts.map((spec) => (
              <ChartFigure
                key={spec.code}
                spec={spec}
                address={`/compare/charts/${spec.code}`}
                query={query}
                large={charts.length === 1}
              />
            ))}
          </div>
        </Section>
      ) : lines.length ? (
        <Empty title={t('empty.nothing')}>{t('empty.nothingText')}</Empty>
      ) : null}
      {lines.length ? (
        <Section
          id="lines"
          title={t('lines')}
          note={
            <>
              <p>{t('linesNote')}</p>
              <EvidenceKey quoted={layout('quoted')} page={layout('page')} />
            </>
          }
        >
          <ComparedLines
            lines={lines.map((line) => ({
              line,
              href: withClocks(`/relations/${line.key.relation}/indicators/${line.key.indicator}`, comparison),
              without: address(comparison.lines.filter((key) => formatLine(key) !== line.line)),
            }))}
          />
        </Section>
      ) : null}
      {lines.length ? (
        <Section id="computed" title={t('computed')}>
          <div className="prose computed">
            <p>{t('computedIndex')}</p>
            {example ? <p>{example}</p> : null}
            <p>{t('computedReading')}</p>
          </div>
          <p className="no-print disagreements-jump">
            <a
              href={`/compare.csv?${writeComparison(comparison.lines, { ...values, mode: comparison.mode })}`}
              download
            >
              {t('file')}
            </a>
          </p>
        </Section>
      ) : null}
    </>
  )
}
