import { Glyph } from '@/components/ui/glyph'
import type { EvidenceView } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** One piece of evidence: the words with the figure marked, who said them, where they were printed. */
export function Quote({ evidence: e }: { evidence: EvidenceView }) {
  const t = translator(defaultLocale, 'evidence')
  const [from, to] = e.mark ?? [0, 0]
  const href = e.deepUrl ?? e.url
  const title = <cite className="said">{e.title}</cite>
  return (
    <figure className="quote">
      {e.quote ? (
        <blockquote className="said" cite={e.url ?? undefined}>
          {e.quote.slice(0, from)}
          {to > from ? <mark>{e.quote.slice(from, to)}</mark> : null}
          {e.quote.slice(to)}
        </blockquote>
      ) : (
        <p className="quote-none">{t('noQuote')}</p>
      )}
      <figcaption>
        {e.speaker ? <p className="quote-speaker">{e.speaker}</p> : null}
        {e.saidText ? <p className="muted">{e.saidText}</p> : null}
        <p>
          {e.publisher},{' '}
          {href ? (
            <a href={href} rel="noreferrer external">
              {title} <Glyph name="out" />
            </a>
          ) : (
            title
          )}
        </p>
        <p className="muted small">{e.locator ? `${e.publishedText} · ${e.locator}` : e.publishedText}</p>
        <p className="muted small">
          <Glyph name={e.quote ? 'quote' : 'page'} /> {e.gradeText} ·{' '}
          <a className="quote-source" href={e.sourceHref}>
            {t(e.quote ? 'inItsPlace' : 'source')}
          </a>
        </p>
      </figcaption>
    </figure>
  )
}
