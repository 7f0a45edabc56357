'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { AreaField } from '@/components/ui/field'
import { Glyph, type GlyphName } from '@/components/ui/glyph'
import { Status } from '@/components/ui/status'
import { type FormState, untouched } from '@/lib/action/state'
import en from '@/lib/i18n/en/intake.json'
import { fill } from '@/lib/i18n/fill'
import { decideCandidateAction } from '@/lib/intake/candidates/actions'
import type { Decided } from '@/lib/intake/candidates/mutations'
import type { CandidateView, StandingView } from './view'

const states = {
  open: { glyph: 'open', tone: 'plain' },
  accepted: { glyph: 'done', tone: 'good' },
  rejected: { glyph: 'ended', tone: 'quiet' },
  reported: { glyph: 'doubt', tone: 'warn' },
} as const
const standings: Record<StandingView['code'], GlyphName> = {
  equals: 'done',
  contradicts: 'clash',
  differs: 'doubt',
  updates: 'up',
  otherCount: 'under',
  misfit: 'clash',
}

export type CardProps = {
  view: CandidateView
  here: boolean
  saving: boolean
  /** What was said to the last attempt, where it was refused. */
  said: string | null
  mayWrite: boolean
  href: string
  onSelect: (id: number) => void
  onCorrect: (id: number) => void
  onDecide: (view: CandidateView, form: FormData) => void
}

/** One candidate: a line while it is not looked at; else what it would be entered as, why, and what can be done. */
export function Card(props: CardProps) {
  const { view, here, saving, onSelect } = props
  const shown = states[view.state]
  return (
    <li
      id={`candidate-${view.id}`}
      className={`candidate candidate-${view.state}${here ? ' candidate-here' : ''}`}
      aria-current={here ? 'true' : undefined}
    >
      <h3 className="candidate-line">
        <a
          href={`#candidate-${view.id}`}
          className="candidate-name"
          onClick={(event) => {
            event.preventDefault()
            onSelect(view.id)
          }}
        >
          <span className="candidate-number">{view.number}</span>
          <span className="candidate-kind">{en.board.kinds[view.kind]}</span>
          <span className="candidate-head said">{view.head}</span>
        </a>
        <span className="candidate-state small">
          <Status glyph={shown.glyph} tone={shown.tone}>
            {saving ? en.board.saving : en.board.state[view.state]}
          </Status>
        </span>
      </h3>
      <div className="candidate-body">
        <Body {...props} />
      </div>
    </li>
  )
}

function Body(props: CardProps) {
  const { view, said } = props
  const [from, to] = view.mark ?? [0, 0]
  return (
    <>
      <p className="candidate-facts">{view.facts.join(' · ')}</p>
      <blockquote className="said candidate-quote">
        {view.quote.slice(0, from)}
        {to > from ? <mark>{view.quote.slice(from, to)}</mark> : null}
        {view.quote.slice(to)}
      </blockquote>
      {view.standing.length ? (
        <ul className="standings small">
          {view.standing.map((s) => (
            <li key={`${s.text} ${s.href}`} className={`standing standing-${s.code}`}>
              <Glyph name={standings[s.code]} /> <a href={s.href}>{s.text}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {view.state === 'open'
        ? view.lacks.map((sentence) => (
            <p key={sentence} className="candidate-lack small">
              {sentence}
            </p>
          ))
        : null}
      {said ? (
        <p className="candidate-said small" role="alert">
          {said}
        </p>
      ) : null}
      <Choices {...props} />
      <p className="candidate-why small muted">
        {[
          view.why,
          view.byHand ? null : fill(en.board.sure, { percent: Math.round(view.confidence * 100) }),
          ...view.doubts,
          view.repeats === null ? null : fill(en.board.repeats, { number: view.repeats }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

/** The buttons, as a form of its own: without a script they send it; keys press them. */
function Choices({ view, mayWrite, href, onCorrect, onDecide }: CardProps) {
  const [posted, post] = useActionState<FormState<Decided>, FormData>(decideCandidateAction, untouched)
  if (!mayWrite) return null
  const equal = view.standing.find((s) => s.code === 'equals' && s.root !== null)
  const isOpen = view.state === 'open'
  const ready = view.lacks.length === 0
  return (
    <form
      id={`decide-${view.id}`}
      className="choices"
      action={post}
      onSubmit={(event) => {
        event.preventDefault()
        const submitter = (event.nativeEvent as SubmitEvent).submitter
        onDecide(view, new FormData(event.currentTarget, submitter))
      }}
    >
      {posted.message ? <p role="alert">{posted.message}</p> : null}
      <input type="hidden" name="candidate" value={view.id} />
      <input type="hidden" name="seen" value={view.revision} />
      {isOpen
        ? Object.entries(view.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))
        : null}
      {isOpen ? (
        <>
          <div className="buttons">
            {equal ? (
              <>
                <input type="hidden" name="root" value={equal.root!} />
                <Keyed hint="e" look="primary" value="evidence" label={en.board.evidence} />
              </>
            ) : null}
            {ready ? (
              <Keyed hint="a" look={equal ? 'plain' : 'primary'} value="accept" label={en.board.accept} />
            ) : null}
            <a
              className={`button button-${ready || equal ? 'plain' : 'primary'}`}
              href={`${href}?candidate=${view.id}&correct=1`}
              onClick={(event) => {
                event.preventDefault()
                onCorrect(view.id)
              }}
            >
              {en.board.correct}{' '}
              <span className="key" aria-hidden="true">
                c
              </span>
            </a>
            <Keyed hint="r" value="reject" label={en.board.reject} />
          </div>
          {view.byHand ? null : (
            <Disclosure summary={en.board.report}>
              <AreaField
                name="wrong"
                id={`wrong-${view.id}`}
                rows={2}
                label={en.board.wrongLabel}
                hint={en.board.wrongHint}
              />
              <Button type="submit" name="intent" value="report">
                {en.board.wrongSend}
              </Button>
            </Disclosure>
          )}
        </>
      ) : (
        <div className="buttons">
          {view.entry ? (
            <a href={`/desk/entries/${view.entry.id}`}>
              {en.board.entry[view.entry.state]} {view.entry.id}
            </a>
          ) : null}
          {view.decided ? (
            <span className="muted small">
              {fill(en.board.decided, { name: view.decided.by, when: view.decided.when })}
            </span>
          ) : null}
          {view.entry && view.entry.state !== 'draft' ? null : (
            <Keyed hint="u" look="quiet" value="undo" label={en.board.undo} />
          )}
        </div>
      )}
      {view.note ? <p className="candidate-note small">{view.note}</p> : null}
    </form>
  )
}

function Keyed({
  hint,
  value,
  label,
  look = 'plain',
}: {
  hint: string
  value: string
  label: string
  look?: 'primary' | 'plain' | 'quiet'
}) {
  return (
    <Button look={look} type="submit" name="intent" value={value}>
      {label}{' '}
      <span className="key" aria-hidden="true">
        {hint}
      </span>
    </Button>
  )
}
