import { Figure } from '@/components/evidence/figure'
import { Glyph } from '@/components/ui/glyph'
import { Table } from '@/components/ui/table'
import type { ObservationLine } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Every figure of an indicator with the sentence behind it, series by series. */
export function Observations({ lines, label }: { lines: readonly ObservationLine[]; label: string }) {
  const t = translator(defaultLocale, 'indicators')
  const series = [...new Set(lines.map((l) => l.series))]
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{t('period')}</th>
          <th scope="col">{t('figure')}</th>
          <th scope="col">{t('evidence')}</th>
          <th scope="col">{t('known')}</th>
        </tr>
      </thead>
      {series.map((name) => (
        <tbody key={name}>
          <tr className="observations-series">
            <th scope="rowgroup" colSpan={4}>
              {name}
            </th>
          </tr>
          {lines
            .filter((l) => l.series === name)
            .map((l) => (
              <tr key={l.entry} className={l.rank === 'deprecated' ? 'observation-aside' : undefined}>
                <th scope="row">{l.period}</th>
                <td className="observation-figure">
                  <Figure figure={{ ...l, quoted: l.quote !== null }} />
                  <Standing line={l} />
                </td>
                <td className="observation-evidence">
                  {l.quote ? <q className="said">{l.quote}</q> : null}
                  <p className="muted small">
                    <Glyph name={l.quote ? 'quote' : 'page'} /> {l.source} · {l.basis}
                  </p>
                  {l.note ? <p className="small observation-note">{l.note}</p> : null}
                </td>
                <td className="small muted">
                  {l.knownOn}
                  {l.version > 1 ? <p>{t('version', { version: l.version })}</p> : null}
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </Table>
  )
}

function Standing({ line }: { line: ObservationLine }) {
  const t = translator(defaultLocale, 'indicators')
  const words = [line.status, line.rank === 'normal' ? '' : t(`rank.${line.rank}`)].filter(Boolean)
  return words.length ? <span className="small muted">{words.join(' · ')}</span> : null
}
