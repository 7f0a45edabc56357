'use client'

import { useForm } from '@/components/desk/form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { AreaField, SelectField } from '@/components/ui/field'
import en from '@/lib/i18n/en/intake.json'
import { markCandidateAction } from '@/lib/intake/candidates/actions'
import { markedKinds } from '@/lib/intake/candidates/schema'
import type { Selected } from './selection'

/** Beside words that are selected: what they are. Numbers press the buttons. */
export function MarkTools({ item, selected, requestKey }: { item: number; selected: Selected; requestKey: string }) {
  const { state, form } = useForm<null>(markCandidateAction)
  return (
    <form
      {...form}
      className="mark-tools"
      style={{ insetInlineStart: selected.x, insetBlockStart: selected.y }}
      // The words stay selected while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <input type="hidden" name="id" value={item} />
      <input type="hidden" name="quote" value={selected.quote} />
      <input type="hidden" name="startsAt" value={selected.start} />
      <input type="hidden" name="requestKey" value={`${requestKey}:${selected.start}:${selected.quote.length}`} />
      <p className="small muted">{en.board.mark}</p>
      <div className="mark-kinds">
        {markedKinds.map((kind, i) => (
          <Button key={kind} type="submit" look="quiet" name="markedKind" value={kind} data-key={i + 1}>
            <span className="key" aria-hidden="true">
              {i + 1}
            </span>{' '}
            {en.board.kinds[kind]}
          </Button>
        ))}
      </div>
      {state.message ? (
        <p className="small" role="alert">
          {[state.message, ...Object.values(state.faults)].join(' ')}
        </p>
      ) : null}
    </form>
  )
}

/** The same by typing: for who cannot select, and without a script. */
export function MarkForm({ item, requestKey }: { item: number; requestKey: string }) {
  const { state, form } = useForm<null>(markCandidateAction)
  return (
    <Disclosure summary={en.board.markTitle} open={state.message !== null}>
      <form {...form} className="form mark-form">
        <input type="hidden" name="id" value={item} />
        <input type="hidden" name="requestKey" value={`${requestKey}:typed:${state.turn}`} />
        <AreaField
          name="quote"
          rows={2}
          label={en.board.markQuote}
          defaultValue={state.typed.quote}
          fault={state.faults.quote}
        />
        <SelectField
          name="markedKind"
          label={en.board.markKind}
          defaultValue={state.typed.markedKind}
          options={markedKinds.map((kind) => ({ value: kind, label: en.board.kinds[kind] }))}
        />
        <div>
          <Button type="submit">{en.board.markSubmit}</Button>
        </div>
      </form>
    </Disclosure>
  )
}
