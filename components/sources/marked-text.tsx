import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { SourcePage } from '@/lib/library/schema'

type Marks = SourcePage['pieces'][number]['marks']

/** A source's words with each quote marked and numbered; a number leads to what rests on the quote. */
export function MarkedText({ page }: { page: Pick<SourcePage, 'pieces' | 'anchors' | 'languageCode'> }) {
  const t = translator(defaultLocale, 'sources')
  const marked = (marks: Marks): Markup[] =>
    marks.map((m) =>
      typeof m === 'string'
        ? html`${m}`
        : m.first
          ? html`<mark id="${page.anchors[m.number]}"><a class="mark-number" href="#rests-${m.number}" aria-label="${t('one.toList', { number: m.number })}">${m.number}</a>${marked(m.inside)}</mark>`
          : html`<mark class="mark-on">${marked(m.inside)}</mark>`,
    )
  const piece = ({ marks, startsText, endsText }: SourcePage['pieces'][number]) =>
    html`<p class="marked-piece">${!startsText && html`<span class="marked-cut">… </span>`}${marked(marks)}${!endsText && html`<span class="marked-cut"> …</span>`}</p>`
  return <Html className="marked said" lang={page.languageCode} dir="auto" markup={html`${page.pieces.map(piece)}`} />
}
