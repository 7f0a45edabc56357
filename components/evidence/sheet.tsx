import { Facts } from '@/components/ui/facts'
import { Glyph } from '@/components/ui/glyph'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import type { EntryPage } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { Quote } from './quote'

/** Kinds whose text is a number somebody states, and is set as large as on its card. */
const figures = new Set(['observation', 'target'])

/**
 * Everything behind one entry. The same sheet is a page of its own (`place` page) and the inside of the panel:
 * there its links to other entries stay in the panel.
 */
export function EvidenceSheet({ page, place }: { page: EntryPage; place: 'page' | 'panel' }) {
  const t = translator(defaultLocale, 'evidence')
  const Heading = place === 'panel' ? 'h2' : 'h1'
  const Part = place === 'panel' ? 'h3' : 'h2'
  const id = `entry-${page.entry}`
  const stays = (entry: number) => (place === 'panel' ? entry : undefined)
  const figure = figures.has(page.kind)
  return (
    <article className={`sheet sheet-${place}`} aria-labelledby={id}>
      <div className="sheet-part">
        <header className="sheet-head">
          <p className="sheet-kind">{page.kindText}</p>
          <Heading id={id} tabIndex={-1}>
            {page.title}
            {page.period ? <span className="sheet-period">, {page.period}</span> : null}
          </Heading>
          {page.text && page.text !== page.title ? (
            <p className={figure ? 'sheet-figure said' : ''}>{page.text}</p>
          ) : null}
          {page.statusText ? (
            <p className="sheet-status">
              <Status glyph="doubt" tone="warn">
                {page.statusText}
              </Status>
            </p>
          ) : null}
          {page.note ? <p className="sheet-note">{page.note}</p> : null}
          {page.withdrawn ? <Notice look="bad">{page.withdrawn}</Notice> : null}
        </header>

        <section aria-labelledby={`${id}-words`}>
          <Part id={`${id}-words`}>{t('evidence', { count: page.evidence.length })}</Part>
          {page.corroboration ? <p className="small muted sheet-corroboration">{page.corroboration}</p> : null}
          {page.evidence.map((e) => (
            <Quote key={e.id} evidence={e} />
          ))}
        </section>
      </div>
      <div className="sheet-part">
        {page.others.length ? (
          <section aria-labelledby={`${id}-others`}>
            <Part id={`${id}-others`}>{t('others')}</Part>
            <ul className="sheet-list">
              {page.others.map((o) => (
                <li key={o.entry}>
                  <a className="said" href={o.href} data-evidence={stays(o.entry)}>
                    {o.text}
                  </a>
                  <span>
                    {o.whose} <span className="muted">· {o.source}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}

        {page.related.length ? (
          <section aria-labelledby={`${id}-steps`}>
            <Part id={`${id}-steps`}>{t(page.kind === 'stage' ? 'stepOf' : 'steps')}</Part>
            <ol className="sheet-list">
              {page.related.map((s) => (
                <li key={s.entry}>
                  <span className="muted">{s.on}</span>
                  <a href={s.href} data-evidence={stays(s.entry)}>
                    {s.text}
                  </a>
                </li>
              ))}
            </ol>
          </section>
        ) : null}

        <section aria-labelledby={`${id}-record`}>
          <Part id={`${id}-record`}>{t('record')}</Part>
          <Facts
            facts={[
              { name: t('whose'), value: page.whose },
              ...page.parties.map((p) => ({ name: p.role, value: p.name })),
              { name: t('entry'), value: t('entryNumber', { entry: page.entry, version: page.version }) },
              { name: t('cite'), value: page.citation },
            ]}
          />
          <ol className="sheet-list sheet-versions" aria-label={t('versions')}>
            {page.versions.map((v) => (
              <li key={v.version}>
                <span>
                  {t('version', { version: v.version })}
                  {v.current ? <span className="muted"> {t('current')}</span> : null}
                </span>
                <span>
                  {v.at}
                  {v.text ? <span className="said"> · {v.text}</span> : null}
                  {v.why ? <span className="muted"> · {v.why}</span> : null}
                </span>
              </li>
            ))}
          </ol>
          <p className="sheet-links">
            <a href={page.permalink}>
              <Glyph name="link" /> {t('permalink')}
            </a>
            {page.indicatorHref ? <a href={page.indicatorHref}>{t('indicator')}</a> : null}
            {page.corridorHref ? <a href={page.corridorHref}>{t('corridor')}</a> : null}
          </p>
        </section>
      </div>
    </article>
  )
}
