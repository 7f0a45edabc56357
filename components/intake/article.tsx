'use client'

import { memo, useMemo } from 'react'
import en from '@/lib/i18n/en/intake.json'
import { paragraphsOf } from '@/lib/intake/marks/rules'
import type { CandidateView } from './view'

/** Characters from which on a text is laid out by and by. */
const longText = 40_000

type Mark = Pick<CandidateView, 'id' | 'number' | 'kind' | 'start' | 'end' | 'mark' | 'state'>
type Props = { text: string; marks: readonly Mark[]; selected: number | null; onSelect: (id: number) => void }

/**
 * The text with everything found in it. A passage is a link to its candidate, so that it works without a script; its
 * number and kind stand before it as generated content, which is read out but is no part of what is selected.
 */
const labelOf = (mark: Mark) => mark.start + (mark.mark?.[0] ?? 0)
/** The place of a number has the candidate's own number, less than nothing: ids of candidates are more. */
const spansOf = (mark: Mark) => [
  { id: mark.id, start: mark.start, end: mark.end },
  ...(mark.mark ? [{ id: -mark.id, start: mark.start + mark.mark[0], end: mark.start + mark.mark[1] }] : []),
]

export const Article = memo(function Article({ text, marks, selected, onSelect }: Props) {
  const paragraphs = useMemo(() => paragraphsOf(text, marks.flatMap(spansOf)), [text, marks])
  const byId = useMemo(() => new Map(marks.map((m) => [m.id, m])), [marks])
  return (
    <div className={`article said${text.length > longText ? ' article-long' : ''}`}>
      {paragraphs.map(({ start, segments }) => (
        <p key={start}>
          {segments.map((s) => {
            const words = text.slice(s.start, s.end)
            // The one that is looked at wins where marks overlap, else the shortest.
            const number = s.ids.find((i) => i < 0)
            const id = number ?? s.ids.find((i) => i === selected) ?? s.ids[0]
            const mark = id === undefined ? undefined : byId.get(Math.abs(id))
            if (!mark)
              return (
                <span key={s.start} data-at={s.start}>
                  {words}
                </span>
              )
            const begins = s.ids.flatMap((i) => {
              const other = byId.get(i)
              return other && labelOf(other) === s.start ? [other] : []
            })
            const around = selected !== null && s.ids.includes(selected)
            const look = number === undefined ? (mark.mark ? 'sentence' : 'words') : 'number'
            const label = begins.map((m) => `${m.number} ${en.board.kinds[m.kind]}`).join(', ')
            return (
              <a
                key={s.start}
                data-at={s.start}
                data-label={label || undefined}
                href={`#candidate-${mark.id}`}
                tabIndex={begins.length ? undefined : -1}
                className={`stated stated-${look} stated-${mark.kind} stated-${mark.state}${around ? ' stated-here' : ''}`}
                aria-current={around ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  onSelect(mark.id)
                }}
              >
                {words}
              </a>
            )
          })}
        </p>
      ))}
    </div>
  )
})
