'use client'

import { useEffect, useMemo, useState } from 'react'
import { FormMessage, OrdinaryButton, useForm } from '@/components/desk/form'
import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { AreaField, CheckField } from '@/components/ui/field'
import type { Fields } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { saveEntryAction, type Theirs } from '@/lib/entries/actions'
import { EntryKind } from '@/lib/entries/schema'
import en from '@/lib/i18n/en/forms.json'
import type { FieldChoices } from './choices'
import { Conflict } from './conflict'
import { EntityList } from './entity-list'
import { EvidenceFields } from './evidence-fields'
import { FigureFields } from './figure-fields'
import { FillingContext, useField } from './form-context'
import { PartyFields } from './party-fields'
import { PeriodFields } from './period-fields'
import { FigurePreview } from './preview'
import { WordsFields } from './words-fields'

type Action<T> = (before: FormState<T>, form: FormData) => Promise<FormState<T>>

export type EntryFormProps<T = null> = {
  kind: EntryKind
  fields: Fields
  /** Which version the form was opened with: of a draft its id and revision, of a correction root and version. */
  hidden: Record<string, string>
  correction: boolean
  mayPublish: boolean
  choices: FieldChoices
  /** Where the form is part of something else: what it does, its one button, and who hears the answer. */
  instead?: { action: Action<T>; intent: string; label: string; onAnswer: (state: FormState<T>) => void }
}

const hiddenNames = ['requestKey', 'id', 'revision', 'root', 'version', 'rootId']
const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))

/** One form for all kinds: what differs is which fields it shows. */
export function EntryForm<T = null>(props: EntryFormProps<T>) {
  const { kind: asked, fields, hidden: given, correction, mayPublish, choices, instead } = props
  const { state, pending, form } = useForm<T>(instead?.action ?? (saveEntryAction as unknown as Action<T>))
  // A form that comes back without a session knows itself only from what was sent.
  const sent = EntryKind.safeParse(state.typed.kind)
  const kind = sent.success ? sent.data : asked
  const hidden = { ...pick(state.typed, hiddenNames), ...given }
  const [opened] = useState<Fields>(() => (state.turn > 0 ? state.typed : fields))
  const [live, setLive] = useState(opened)
  const filling = useMemo(
    () => ({ kind, opened, live, faults: state.faults, choices }),
    [kind, opened, live, state.faults, choices],
  )
  const isFigure = kind === 'observation' || kind === 'target'
  const theirs = state.refused === 'conflict' ? theirsIn(state.detail) : null
  const hear = instead?.onAnswer
  useEffect(() => {
    if (state.turn > 0) hear?.(state)
  }, [state, hear])
  const read = (event: React.SyntheticEvent<HTMLFormElement>) =>
    setLive(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])))
  const root = hidden.root ?? hidden.rootId
  return (
    <FillingContext value={filling}>
      <form {...form} className={`entry-form${isFigure ? ' entry-form-figure' : ''}`} onInput={read} onChange={read}>
        <OrdinaryButton name="intent" value={instead?.intent ?? 'save'} />
        <input type="hidden" name="kind" value={kind} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="entry-form-top">
          <FormMessage state={state} />
          {theirs ? (
            <Conflict
              key={state.turn}
              theirs={theirs.fields}
              yours={state.typed}
              onTopOf={theirs.onTopOf}
              openHref={`/desk/entries/${theirs.draft ?? hidden.id ?? ''}`}
            />
          ) : null}
        </div>
        <div className="entry-form-fields">
          {correction ? <ReasonField /> : null}
          {isFigure ? <FigureFields period={<PeriodFields />} /> : <WordsFields period={<PeriodFields />} />}
          <EvidenceFields />
          {isFigure ? null : <PartyFields />}
          <NoteFields />
        </div>
        {isFigure ? (
          <aside className="preview needs-script" aria-label={en.preview}>
            <h2>{en.preview}</h2>
            <FigurePreview root={root ? Number(root) : null} />
          </aside>
        ) : null}
        <div className="buttons entry-form-end">
          {instead ? (
            <Button look="primary" type="submit" name="intent" value={instead.intent} aria-disabled={pending}>
              {instead.label}
            </Button>
          ) : (
            <>
              <Button look="primary" type="submit" name="intent" value="save" aria-disabled={pending}>
                {en.save}
              </Button>
              <Button type="submit" name="intent" value="submit" aria-disabled={pending}>
                {en.saveSubmit}
              </Button>
              {mayPublish ? (
                <Button type="submit" name="intent" value="publish" aria-disabled={pending}>
                  {en.savePublish}
                </Button>
              ) : null}
            </>
          )}
        </div>
        <Lists choices={choices} />
      </form>
    </FillingContext>
  )
}

/** What somebody else saved, where a conflict is about versions of an entry. */
function theirsIn(detail: unknown): Theirs | null {
  return detail && typeof detail === 'object' && 'fields' in detail ? (detail as Theirs) : null
}

function ReasonField() {
  const field = useField()
  return (
    <Section id="correction" title={en.parts.correction}>
      <AreaField {...field('changeReason')} label={en.changeReason} hint={en.changeReasonHint} rows={2} />
    </Section>
  )
}

function NoteFields() {
  const field = useField()
  const { defaultValue, ...internal } = field('internal')
  return (
    <Section id="notes" title={en.parts.notes}>
      <div className="field-grid">
        <AreaField {...field('note')} label={en.note} optional={en.optional} hint={en.noteHint} rows={2} />
        <CheckField {...internal} label={en.internal} defaultChecked={defaultValue === 'on'} />
      </div>
    </Section>
  )
}

/** What the pickers offer: lists of the browser's own, which work by keyboard and without a script. */
function Lists({ choices }: { choices: FieldChoices }) {
  return useMemo(
    () => (
      <>
        <EntityList entities={choices.entities} />
        <datalist id="sources">
          {choices.sources.map((s) => (
            <option key={s.id} value={s.text} />
          ))}
        </datalist>
        <datalist id="promises">
          {choices.promises.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      </>
    ),
    [choices],
  )
}
