import { claim, figure } from '@/components/evidence/figure'
import { glyph } from '@/components/ui/glyph'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Passage, Rest, SourcePage } from '@/lib/library/schema'
import { restAnchor } from '@/lib/sources/passages/rules'

/**
 * What rests on a source, passage by passage. Beside its text a passage is told by its number; where the text is not
 * stored, by its words.
 */
export function Passages({ page }: { page: Pick<SourcePage, 'passages' | 'showing' | 'languageCode'> }) {
  const t = translator(defaultLocale, 'sources')
  const beside = page.showing !== 'quotes'
  // An entry may rest on several passages; its fragment leads to the first.
  const placed = new Set<number>()

  const rest = (r: Rest, quoted: boolean): Markup => {
    const id = placed.has(r.entry) ? null : restAnchor(r.entry)
    placed.add(r.entry)
    const link = r.href === null ? null : { entry: r.entry, href: r.href }
    const told = [r.whose, r.speaker, r.locator].filter(Boolean).join(' · ')
    const what = link && !r.text ? claim(link, r.what) : html`${r.what}`
    return html`
      <li${id && html` id="${id}"`}>
        <p class="rest-kind muted small">${r.kindText} · ${r.about}</p>
        <p>${what}${r.text && html`${': '}${link ? figure({ ...link, text: r.text, quoted }) : html`<span class="said">${r.text}</span>`}`}</p>
        ${told && html`<p class="muted small">${told}</p>`}
      </li>`
  }

  const words = (p: Passage): Markup => {
    if (p.quote === null) return html`<p class="passage-none muted">${t('one.noWords')}</p>`
    const out =
      p.deepUrl &&
      html` <a class="small" href="${p.deepUrl}" rel="noreferrer external">${t('one.inOriginal')} ${glyph('out')}</a>`
    if (beside && p.number !== null) return html``
    return html`
      <blockquote class="said" lang="${page.languageCode}">${p.quote}</blockquote>
      <p class="passage-out">${beside && html`<span class="muted small">${t('one.placeUnknown')}</span>`}${out}</p>`
  }

  const passage = (p: Passage): Markup => html`
    <li class="passage" id="${p.id}">
      ${p.number !== null && p.anchor && html`<a class="passage-number" href="#${p.anchor}" aria-label="${t('one.toText', { number: p.number })}">${p.number}</a>`}
      <div class="passage-words">${words(p)}</div>
      <ul class="passage-rests">${p.rests.map((r) => rest(r, p.quote !== null))}</ul>
    </li>`
  return (
    <Html
      as="ol"
      className={beside ? 'passages passages-beside' : 'passages'}
      markup={html`${page.passages.map(passage)}`}
    />
  )
}
