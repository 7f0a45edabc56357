import { LineState, lineText } from '@/components/desk/line'
import { whenText } from '@/components/desk/when'
import type { DeskLine } from '@/lib/entries/queue/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** All versions of an entry, the newest first, each with the reason it was made for. */
export function VersionList({ lines, here }: { lines: readonly DeskLine[]; here: number }) {
  const t = translator(defaultLocale, 'desk')
  return (
    <ol className="desk-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <a href={`/desk/entries/${line.id}`} aria-current={line.id === here ? 'page' : undefined}>
            {t('version', { version: line.version })}
          </a>
          <span className="small">{lineText(line)}</span>
          <span className="desk-line-end small">
            <LineState line={line} />
            <span className="muted">
              {t('by', { name: line.author, when: whenText(line.publishedAt ?? line.updatedAt) })}
            </span>
          </span>
          {line.changeReason ? <p className="desk-line-note">{line.changeReason}</p> : null}
        </li>
      ))}
    </ol>
  )
}
