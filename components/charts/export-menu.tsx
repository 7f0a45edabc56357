import { Disclosure } from '@/components/ui/disclosure'
import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { CopyButtons } from './copy-buttons'
import type { exportLinks } from './export-links'

/** Ways in which a chart leaves: plain links, so that they work without a script; copying needs one. */
export function ExportMenu({
  links,
  anchor,
  citation,
}: {
  links: ReturnType<typeof exportLinks>
  /** Id of the figure, for a link to it. */
  anchor: string
  /** All of the citation but the address, which only the browser knows. */
  citation: string
}) {
  const t = translator(defaultLocale, 'charts.export')
  return (
    <div className="chart-export no-print">
      <Disclosure summary={t('open')}>
        <Html
          as="ul"
          markup={html`${links.map(
            ({ format, href }) => html`<li><a class="chart-export-link" href="${href}" download>${t(format)}</a></li>`,
          )}`}
        />
        <CopyButtons
          anchor={anchor}
          citation={citation}
          words={{
            link: t('copyLink'),
            citation: t('copyCitation'),
            copied: t('copied'),
            notCopied: t('notCopied'),
          }}
        />
      </Disclosure>
    </div>
  )
}
