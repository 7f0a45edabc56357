'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, useTransition } from 'react'
import type { FieldChoices } from '@/components/entries/choices'
import { EntryForm } from '@/components/entries/entry-form'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { Fields } from '@/lib/action/fields'
import { type FormState, untouched } from '@/lib/action/state'
import desk from '@/lib/i18n/en/desk.json'
import en from '@/lib/i18n/en/intake.json'
import { fill } from '@/lib/i18n/fill'
import { decideCandidateAction } from '@/lib/intake/candidates/actions'
import type { Decided } from '@/lib/intake/candidates/mutations'
import { Advice } from './advice'
import { Article } from './article'
import { Card } from './card'
import { type Local, lastOfMine, withLocal } from './deciding'
import { Finish, type FinishProps } from './finish'
import { useKeys, useKeysOn } from './keys'
import { MarkForm, MarkTools } from './mark-tools'
import { useSelected } from './selection'
import type { CandidateView } from './view'

type Props = {
  item: FinishProps['item']
  text: string
  candidates: readonly CandidateView[]
  choices: FieldChoices
  may: FinishProps['may']
  /** From the address: what is looked at, and whether its form is open. */
  asked: number | null
  correcting: boolean
  requestKey: string
  /** Whether a language model is set up that can be asked. */
  hasModel: boolean
}

const intents: Record<string, CandidateView['state']> = {
  accept: 'accepted',
  evidence: 'accepted',
  reject: 'rejected',
  report: 'reported',
  undo: 'open',
}

/**
 * The article beside what it states. Every decision is stored at once and shown before the answer is there; what was
 * refused comes back with its reason. Complete without a script: then each button sends its form.
 */
export function Board({
  item,
  text,
  candidates,
  choices,
  may,
  asked,
  correcting: askedForm,
  requestKey,
  hasModel,
}: Props) {
  const router = useRouter()
  const [, start] = useTransition()
  const [local, setLocal] = useState<ReadonlyMap<number, Local>>(new Map())
  const [saving, setSaving] = useState<ReadonlySet<number>>(new Set())
  const [said, setSaid] = useState<ReadonlyMap<number, string>>(new Map())
  const views = candidates.map((c) => withLocal(c, local.get(c.id), saving.has(c.id)))
  const firstOpen = views.find((v) => v.state === 'open') ?? views[0]
  const [chosen, setChosen] = useState<number | null>(asked)
  const [seenAsked, setSeenAsked] = useState(asked)
  const [correcting, setCorrecting] = useState<number | null>(askedForm ? asked : null)
  if (asked !== seenAsked) {
    setSeenAsked(asked)
    setChosen(asked)
    setCorrecting(askedForm ? asked : null)
  }
  const here = views.find((v) => v.id === chosen) ?? firstOpen ?? null
  const form = views.find((v) => v.id === correcting && v.state === 'open') ?? null
  const formId = form?.id ?? null
  // What was typed into a form that was left, by candidate: it is there again when the form is.
  const [typed] = useState(() => new Map<number, Fields>())
  const article = useRef<HTMLElement>(null)
  const panel = useRef<HTMLElement>(null)
  const selected = useSelected(article, text)
  const [keysOn, setKeysOn] = useKeysOn()

  const go = useCallback((id: number | null) => {
    setChosen(id)
    setCorrecting(null)
    if (id !== null) show(id, article.current, panel.current)
  }, [])

  const tell = (id: number, sentence: string | null) =>
    setSaid((before) => {
      const next = new Map(before)
      if (sentence === null) next.delete(id)
      else next.set(id, sentence)
      return next
    })
  const keep = (decided: Decided, mine: boolean) =>
    setLocal((before) =>
      new Map(before).set(decided.id, {
        state: decided.state,
        revision: decided.revision,
        entry: decided.entry === null ? null : { id: decided.entry, state: 'draft' },
        mineAt: mine && decided.state !== 'open' ? Date.now() : null,
      }),
    )

  /** What an answer says of a candidate: decided, decided by somebody else, or why not. */
  function settle(id: number, answer: FormState<Decided>): boolean {
    if (answer.done) {
      keep(answer.done, true)
      tell(id, null)
      return true
    }
    const theirs = (answer.detail as { decided?: Decided } | null)?.decided
    if (theirs) keep(theirs, false)
    tell(id, [answer.message, ...Object.values(answer.faults)].filter(Boolean).join(' '))
    return false
  }

  function decide(view: CandidateView, data: FormData) {
    if (saving.has(view.id)) return
    const intent = String(data.get('intent'))
    setSaving((before) => new Set(before).add(view.id))
    tell(view.id, null)
    const before = local.get(view.id)
    setLocal((map) =>
      new Map(map).set(view.id, { ...view, state: intents[intent] ?? view.state, mineAt: Date.now(), entry: null }),
    )
    if (intent !== 'undo') go(next(views, view.id, 1, true)?.id ?? view.id)
    start(async () => {
      let answer: FormState<Decided>
      try {
        answer = await decideCandidateAction({ ...untouched }, data)
      } catch {
        answer = { ...untouched, message: desk.offline }
      }
      setSaving((all) => new Set([...all].filter((id) => id !== view.id)))
      if (!answer.done)
        setLocal((map) => {
          const back = new Map(map)
          if (before) back.set(view.id, before)
          else back.delete(view.id)
          return back
        })
      if (!settle(view.id, answer)) go(view.id)
      else if (intent === 'undo') router.refresh()
    })
  }

  const press = (key: string): boolean => {
    if (selected) return pressIn(article.current?.parentElement, `[data-key="${key}"]`)
    const own = document.getElementById(here ? `decide-${here.id}` : '')
    switch (key) {
      case 'j':
      case 'k': {
        const to = next(views, here?.id ?? null, key === 'j' ? 1 : -1, false)
        if (to) go(to.id)
        return Boolean(to)
      }
      case 'a':
        return here?.state === 'open' && (pressIn(own, '[value=accept]') || open(here))
      case 'c':
        return here?.state === 'open' && open(here)
      case 'e':
        return pressIn(own, '[value=evidence]')
      case 'r':
        return pressIn(own, '[value=reject]')
      case 'w':
        return openReport(own)
      case 'u': {
        const last = lastOfMine(views)
        if (last) go(last.id)
        return last ? pressIn(document.getElementById(`decide-${last.id}`), '[value=undo]') : false
      }
      default:
        return false
    }
  }
  function open(view: CandidateView) {
    setChosen(view.id)
    setCorrecting(view.id)
    return true
  }
  useKeys(keysOn && form === null, press)

  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && router.refresh()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [router])
  useEffect(() => {
    if (asked !== null) show(asked, article.current, panel.current)
  }, [asked])
  useEffect(() => {
    if (formId === null) return
    panel.current?.scrollIntoView({ block: 'start' })
    panel.current?.scrollTo({ top: 0 })
    panel.current?.querySelector<HTMLElement>('.correcting')?.focus({ preventScroll: true })
  }, [formId])

  const decided = views.filter((v) => v.state !== 'open').length
  return (
    <div className={`board${form ? ' board-correcting' : ''}`}>
      <section className="board-article" ref={article} aria-label={en.board.article}>
        <Article text={text} marks={views} selected={here?.id ?? null} onSelect={go} />
        {may.write && selected ? <MarkTools item={item.id} selected={selected} requestKey={requestKey} /> : null}
      </section>
      <section className="board-panel" ref={panel} aria-labelledby="found">
        <header className="board-head">
          <h2 id="found">{en.board.found}</h2>
          <p className="small muted" role="status">
            {fill(en.board.of, { decided, found: views.length })}
          </p>
          <progress
            className="board-progress"
            max={Math.max(views.length, 1)}
            value={decided}
            aria-label={en.board.found}
          />
          {may.write ? <Keys on={keysOn} onTurn={setKeysOn} /> : null}
          {form || !here ? null : (
            <div className="board-turns needs-script">
              <Button look="quiet" onClick={() => press('k')}>
                {en.board.keyNames.previous}
              </Button>
              <Button look="quiet" onClick={() => press('j')}>
                {en.board.keyNames.next}
              </Button>
            </div>
          )}
        </header>
        {form ? (
          <Correcting
            key={`${form.id} ${form.revision}`}
            view={form}
            fields={typed.get(form.id) ?? form.fields}
            onLeave={(fields) => typed.set(form.id, fields)}
            choices={choices}
            onClose={() => go(form.id)}
            onAnswer={(answer) => {
              if (settle(form.id, answer)) go(next(views, form.id, 1, true)?.id ?? form.id)
              else if ((answer.detail as { decided?: Decided } | null)?.decided) go(form.id)
            }}
          />
        ) : (
          <>
            {views.length ? null : <Empty title={en.board.none}>{en.board.noneText}</Empty>}
            <ol className="candidates">
              {views.map((view) => (
                <Card
                  key={view.id}
                  view={view}
                  here={view.id === here?.id}
                  saving={saving.has(view.id)}
                  said={said.get(view.id) ?? null}
                  mayWrite={may.write}
                  href={`/desk/intake/${item.id}`}
                  onSelect={go}
                  onCorrect={() => open(view)}
                  onDecide={decide}
                />
              ))}
            </ol>
            {may.write && hasModel && item.state === 'in_work' ? <Advice item={item.id} /> : null}
            {may.write ? <MarkForm item={item.id} requestKey={requestKey} /> : null}
            {may.write ? <Finish item={item} may={may} views={views} /> : null}
          </>
        )}
      </section>
    </div>
  )
}

/** The one after (or before) in the text; the next one that is open where asked, from the top again at the end. */
function next(views: readonly CandidateView[], from: number | null, by: 1 | -1, open: boolean): CandidateView | null {
  const at = views.findIndex((v) => v.id === from)
  if (!open) return views[at + by] ?? null
  return [...views.slice(at + 1), ...views.slice(0, Math.max(at, 0))].find((v) => v.state === 'open') ?? null
}

function pressIn(root: Element | null | undefined, button: string): boolean {
  const found = root?.querySelector<HTMLButtonElement>(`button${button}`)
  found?.click()
  return Boolean(found)
}

function openReport(form: Element | null): boolean {
  const details = form?.querySelector('details')
  if (!details) return false
  details.open = true
  details.querySelector('textarea')?.focus()
  return true
}

/** Brings a candidate into sight on both sides and moves the focus to it, so that a keyboard goes on from there. */
function show(id: number, article: HTMLElement | null, panel: HTMLElement | null) {
  requestAnimationFrame(() => {
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
    article?.querySelector(`[href="#candidate-${id}"]`)?.scrollIntoView({ block: 'center', behavior })
    const card = document.getElementById(`candidate-${id}`)
    card?.querySelector<HTMLElement>('.candidate-name')?.focus({ preventScroll: true })
    if (card && panel) panel.scrollTo({ top: card.offsetTop - 120, behavior })
  })
}

function Keys({ on, onTurn }: { on: boolean; onTurn: (now: boolean) => void }) {
  const names: [string, string][] = [
    ['j', en.board.keyNames.next],
    ['k', en.board.keyNames.previous],
    ['a', en.board.accept],
    ['c', en.board.correct],
    ['r', en.board.reject],
    ['e', en.board.evidence],
    ['w', en.board.report],
    ['u', en.board.undo],
  ]
  return (
    <div className="board-keys small needs-script">
      <Button look="quiet" aria-pressed={on} title={en.board.keysText} onClick={() => onTurn(!on)}>
        {en.board.keys} {on ? en.board.keysOn : en.board.keysOff}
      </Button>
      {on ? (
        <ul aria-label={en.board.keys}>
          {names.map(([key, name]) => (
            <li key={key}>
              <kbd>{key}</kbd> {name.toLowerCase()}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Correcting({
  view,
  fields,
  choices,
  onLeave,
  onClose,
  onAnswer,
}: {
  view: CandidateView
  fields: Fields
  onLeave: (fields: Fields) => void
  choices: FieldChoices
  onClose: () => void
  onAnswer: (answer: FormState<Decided>) => void
}) {
  const heard = useRef(onAnswer)
  useEffect(() => {
    heard.current = onAnswer
  })
  const hear = useCallback((answer: FormState<Decided>) => heard.current(answer), [])
  const own = useRef<HTMLDivElement>(null)
  const left = useRef(onLeave)
  useLayoutEffect(() => {
    const form = own.current?.querySelector('form')
    return () => {
      if (form) left.current(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])))
    }
  }, [])
  return (
    <div className="correcting" tabIndex={-1} ref={own}>
      <h3>
        <span className="candidate-number">{view.number}</span> {view.head}
      </h3>
      {view.lacks.map((sentence) => (
        <p key={sentence} className="candidate-lack small">
          {sentence}
        </p>
      ))}
      <EntryForm<Decided>
        kind={view.entryKind}
        fields={fields}
        hidden={{ candidate: String(view.id), seen: String(view.revision) }}
        correction={false}
        mayPublish={false}
        choices={choices}
        instead={{ action: decideCandidateAction, intent: 'accept', label: en.board.accept, onAnswer: hear }}
      />
      <Button look="quiet" onClick={onClose} className="needs-script">
        {en.board.close}
      </Button>
    </div>
  )
}
