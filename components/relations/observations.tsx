import { figure } from '@/components/evidence/figure'
import { glyph } from '@/components/ui/glyph'
import { html, type Markup, onceFor } from '@/components/ui/markup'
import { Table } from '@/components/ui/table'
import type { ObservationLine } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const columns = ['period', 'figure', 'evidence', 'known'] as const

/** Every figure of an indicator with the sentence behind it, series by series. */
export function Observations({ lines, label }: { lines: readonly ObservationLine[]; label: string }) {
  const t = translator(defaultLocale, 'indicators')
  const series = new Map<string, ObservationLine[]>()
  for (const line of lines) series.set(line.series, [...(series.get(line.series) ?? []), line])
  const markup = html`
    <thead><tr>${columns.map((column) => html`<th scope="col">${t(column)}</th>`)}</tr></thead>
    ${[...series].map(
      ([name, rows]) => html`
        <tbody>
          <tr class="observations-series"><th scope="rowgroup" colspan="4">${name}</th></tr>
          ${rows.map(row)}
        </tbody>`,
    )}`
  return <Table label={label} markup={markup} />
}

const row = onceFor((l: ObservationLine): Markup => {
  const t = translator(defaultLocale, 'indicators')
  const standing = [l.status, l.rank === 'normal' ? '' : t(`rank.${l.rank}`)].filter(Boolean).join(' · ')
  return html`
    <tr${l.rank === 'deprecated' && html` class="observation-aside"`}>
      <th scope="row">${l.period}</th>
      <td class="observation-figure">
        ${figure({ ...l, quoted: l.quote !== null })}
        ${standing && html`<span class="small muted">${standing}</span>`}
      </td>
      <td class="observation-evidence">
        ${l.quote && html`<q class="said">${l.quote}</q>`}
        <p class="muted small">${glyph(l.quote ? 'quote' : 'page')} ${[l.source, l.basis].filter(Boolean).join(' · ')}</p>
        ${l.note && html`<p class="small observation-note">${l.note}</p>`}
      </td>
      <td class="small muted">${l.knownOn}${l.version > 1 && html`<p>${t('version', { version: l.version })}</p>`}</td>
    </tr>`
})
