import { Status } from '@/components/ui/status'
import type { DeskLine } from '@/lib/entries/queue/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { formatPeriod } from '@/lib/periods/rules'
import { formatQuantity } from '@/lib/quantities/rules'
import { whenText } from './when'

const glyphs = { draft: 'open', in_review: 'late', rejected: 'ended', published: 'done' } as const
const tones = { draft: 'quiet', in_review: 'plain', rejected: 'bad', published: 'good' } as const

/** Where an entry is in its life, by shape and word. */
export function LineState({ line }: { line: Pick<DeskLine, 'state' | 'retired'> }) {
  const t = translator(defaultLocale, 'desk')
  return line.retired ? (
    <Status glyph="ended" tone="quiet">
      {t('state.retired')}
    </Status>
  ) : (
    <Status glyph={glyphs[line.state]} tone={tones[line.state]}>
      {t(`state.${line.state}`)}
    </Status>
  )
}

/** What an entry says in one line: "Trade turnover: $463.3 m, 2022". */
export function lineText(line: DeskLine): string {
  const forms = translator(defaultLocale, 'forms')
  const figure =
    line.quantity && line.unit
      ? formatQuantity(line.quantity, line.unit, defaultLocale, { signed: line.measure === 'change' })
      : null
  const step = line.kind === 'stage' ? forms(`codes.stage.${line.code}` as Parameters<typeof forms>[0]) : null
  const dated = line.starts || line.ends || line.words
  const period = dated ? formatPeriod({ starts: line.starts, ends: line.ends, words: line.words }, defaultLocale) : null
  const told = [figure, step, period].filter(Boolean).join(', ')
  return told ? `${line.title}: ${told}` : line.title
}

/** A list of entries at the desk. */
export function DeskLines({ lines, state = false }: { lines: readonly DeskLine[]; state?: boolean }) {
  const t = translator(defaultLocale, 'desk')
  const views = translator(defaultLocale, 'views')
  return (
    <ul className="desk-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <a href={`/desk/entries/${line.id}`}>{lineText(line)}</a>
          <span className="muted small">
            {views(`kinds.${line.kind}`)} · {line.about}
            {line.version > 1 ? ` · ${t('version', { version: line.version })}` : ''}
          </span>
          <span className="desk-line-end small">
            {state ? <LineState line={line} /> : null}
            <span className="muted">
              {t('by', { name: line.author, when: whenText(line.publishedAt ?? line.updatedAt) })}
            </span>
          </span>
          {line.state === 'rejected' && line.reviewNote ? <p className="desk-line-note">{line.reviewNote}</p> : null}
        </li>
      ))}
    </ul>
  )
}
