import { html, type Markup, onceFor } from '@/components/ui/markup'
import type { FigureRow, FigureTable } from '@/lib/charts/table'

/** The figures of a chart as the inside of a table; each opens its evidence. Only addresses of our own become links. */
export function figureTable({ caption, columns, groups }: FigureTable): Markup {
  return html`
    <caption>${caption}</caption>
    <thead><tr>
      ${[columns.period, columns.value, columns.status, columns.source].map((name) => html`<th scope="col">${name}</th>`)}
    </tr></thead>
    ${groups.map(
      ({ heading, rows }) => html`
        <tbody>
          <tr class="chart-table-group"><th scope="rowgroup" colspan="4">${heading}</th></tr>
          ${rows.map(tableRow)}
        </tbody>`,
    )}`
}

const tableRow = onceFor(({ period, text, entry, href, status, source, note }: FigureRow): Markup => {
  const own = /^\/(?![/\\])/.test(href)
  return html`
    <tr>
      <th scope="row">${period}</th>
      <td>${own ? html`<a href="${href}" data-evidence="${entry}">${text}</a>` : text}</td>
      <td>${status}${note && html` <span class="muted small">${note}</span>`}</td>
      <td class="muted">${source}</td>
    </tr>`
})
