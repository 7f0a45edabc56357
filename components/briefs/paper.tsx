import { ChartFigure } from '@/components/charts/chart-figure'
import type { ChartQuery } from '@/components/charts/export-links'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { table } from '@/components/ui/table'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Block, Note, PaperDocument, Run, Table } from '@/lib/papers/document'

/** A document as a page: the same words, figures and numbers as its files, each leading to its evidence. */
export function Paper({ document, query }: { document: PaperDocument; query: ChartQuery }) {
  const marks = new Set<number>()
  return (
    <article className="paper" aria-label={document.title}>
      {parts(document.blocks).map(({ heading, blocks }) => (
        <section key={heading.id} id={heading.id} className="paper-part" aria-labelledby={`${heading.id}-title`}>
          <h2 id={`${heading.id}-title`}>{heading.text}</h2>
          {pieces(blocks).map((piece) =>
            Array.isArray(piece) ? (
              <div className="charts" key="charts">
                {piece.map(({ spec, file, page }) => (
                  <ChartFigure key={spec.code} spec={spec} address={file} page={page} query={query} />
                ))}
              </div>
            ) : (
              <Html key={blocks.indexOf(piece)} markup={told(piece, marks)} />
            ),
          )}
        </section>
      ))}
      {document.notes.length ? (
        <section id="notes" className="paper-part" aria-labelledby="notes-title">
          <h2 id="notes-title">{document.words.notes}</h2>
          <Html as="ol" className="paper-notes" markup={html`${document.notes.map(noteLine)}`} />
        </section>
      ) : null}
    </article>
  )
}

type Heading = Extract<Block, { kind: 'heading' }>
type Figure = Extract<Block, { kind: 'figure' }>

function parts(blocks: readonly Block[]): { heading: Heading; blocks: Block[] }[] {
  const found: { heading: Heading; blocks: Block[] }[] = []
  for (const block of blocks)
    if (block.kind === 'heading') found.push({ heading: block, blocks: [] })
    else found.at(-1)?.blocks.push(block)
  return found
}

/** Charts that follow one another stand side by side where there is room. */
function pieces(blocks: readonly Block[]): (Exclude<Block, Figure> | Figure[])[] {
  const found: (Exclude<Block, Figure> | Figure[])[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.kind !== 'figure') found.push(block)
    else if (Array.isArray(last)) last.push(block)
    else found.push([block])
  }
  return found
}

function told(block: Exclude<Block, Figure>, marks: Set<number>): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`
    case 'paragraph':
      return html`<p class="${block.look === 'quiet' && 'muted small'}">${line(block.runs, marks)}</p>`
    case 'list':
      return html`<ul class="paper-list">${block.items.map((runs) => html`<li>${line(runs, marks)}</li>`)}</ul>`
    case 'table':
      return tabled(block, marks)
  }
}

function tabled({ caption, columns, groups }: Table, marks: Set<number>): Markup {
  const cell = (lines: Run[][], place: number) => {
    const inside = lines.map((runs) => html`<span class="paper-line">${line(runs, marks)}</span>`)
    return place === 0 ? html`<th scope="row">${inside}</th>` : html`<td>${inside}</td>`
  }
  const group = (heading: string) =>
    html`<tr class="paper-group"><th colspan="${columns.length}" scope="rowgroup">${heading}</th></tr>`
  return table(
    html`
      <caption class="hidden-visually">${caption}</caption>
      <colgroup>${columns.map(({ share }) => html`<col class="paper-share-${share}">`)}</colgroup>
      <thead><tr>${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead>
      ${groups.map(
        ({ heading, rows }) => html`
        <tbody>
          ${heading !== null && group(heading)}
          ${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}
        </tbody>`,
      )}`,
    caption,
  )
}

const looks = { value: 'said', strong: 'paper-strong', quiet: 'muted' } as const

function line(runs: readonly Run[], marks: Set<number>): Markup[] {
  return runs.map((run) => {
    if ('note' in run) return mark(run.note, marks)
    const look = run.look ? looks[run.look] : ''
    if (!run.claim) return html`<span class="${look}">${run.text}</span>`
    const { href, entry, quoted } = run.claim
    return html`<a class="${look} ${quoted ? 'evidence-quote' : 'evidence-page'}" href="${href}" data-evidence="${entry}">${run.text}</a>`
  })
}

/** The number of a note; the way back from a note leads to where it is cited first. */
function mark(number: number, marks: Set<number>): Markup {
  const t = translator(defaultLocale, 'briefs')
  const first = !marks.has(number)
  marks.add(number)
  const label = t('note', { number })
  const link = first
    ? html`<a id="mark-${number}" href="#note-${number}" aria-label="${label}">${number}</a>`
    : html`<a href="#note-${number}" aria-label="${label}">${number}</a>`
  return html`<sup class="paper-mark">${link}</sup>`
}

function noteLine({ number, entry, href, quote, said, url }: Note): Markup {
  const t = translator(defaultLocale, 'briefs')
  return html`
    <li id="note-${number}">
      <a class="paper-back" href="#mark-${number}" aria-label="${t('backTo', { number })}">${number}</a>
      <div>
        ${quote !== null && html`<q class="said">${quote}</q> `}
        <a class="claim" href="${href}" data-evidence="${entry}">${said}</a>
        ${url !== null && html` <a class="paper-url" href="${url}">${url}</a>`}
      </div>
    </li>`
}
