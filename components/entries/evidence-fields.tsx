'use client'

import { useState } from 'react'
import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { AreaField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { readFigure } from '@/lib/entries/forms/figures/rules'
import en from '@/lib/i18n/en/forms.json'
import { fill } from '@/lib/i18n/fill'
import { quoteStates } from '@/lib/quantities/rules'
import { isSourceBegun, sourceIdIn } from '@/lib/sources/rules'
import { useField, useFilling } from './form-context'
import { useRows } from './rows'
import { SourceFields } from './source-fields'
import { StoredText } from './stored-text'

/** What states it: any number of pieces, each a source with or without its words. */
export function EvidenceFields() {
  const { opened, faults } = useFilling()
  const { rows, add, remove } = useRows('evidence', opened, 1)
  return (
    <Section id="evidence" title={en.parts.evidence} note={en.parts.evidenceNote}>
      {faults.evidence ? (
        <Notice look="bad">
          <p>{faults.evidence}</p>
        </Notice>
      ) : null}
      {rows.map((row, i) => (
        <Piece key={row} row={row} number={i + 1} onRemove={rows.length > 1 ? () => remove(row) : null} />
      ))}
      <Button type="submit" name="intent" value="addEvidence" onClick={add}>
        {en.addEvidence}
      </Button>
    </Section>
  )
}

function Piece({ row, number, onRemove }: { row: number; number: number; onRemove: (() => void) | null }) {
  const field = useField()
  const { live, opened, choices } = useFilling()
  const at = (name: string) => `evidence.${row}.${name}`
  const id = sourceIdIn(live[at('source')] ?? '')
  const stored = choices.sources.some((s) => s.id === id && s.stored)
  const begun = isSourceBegun(opened, at('new.'))
  return (
    <fieldset className="piece">
      <legend>
        <span>{fill(en.piece, { number })}</span>
        {onRemove ? (
          <Button look="quiet" onClick={onRemove}>
            {en.removeEvidence}
          </Button>
        ) : null}
      </legend>
      <TextField {...field(at('source'))} label={en.source} hint={en.sourceHint} list="sources" />
      <Disclosure summary={en.newSource} open={begun}>
        <div className="field-grid">
          <SourceFields prefix={at('new.')} field={field} />
        </div>
      </Disclosure>
      <Quote row={row} source={stored ? id : null} />
      <div className="field-grid">
        <TextField {...field(at('locator'))} label={en.locator} optional={en.optional} hint={en.locatorHint} />
        <TextField {...field(at('saidOn'))} type="date" label={en.saidOn} optional={en.optional} hint={en.saidOnHint} />
        <TextField {...field(at('speaker'))} label={en.speaker} optional={en.optional} list="entities" />
        <TextField {...field(at('speakerAs'))} label={en.speakerAs} optional={en.optional} hint={en.speakerAsHint} />
      </div>
    </fieldset>
  )
}

/** The quote: pasted, or taken from the stored text with its place. A quote that is typed over has no place any more. */
function Quote({ row, source }: { row: number; source: number | null }) {
  const field = useField()
  const { opened } = useFilling()
  const name = `evidence.${row}.quote`
  const place = `evidence.${row}.startsAt`
  const [startsAt, setStartsAt] = useState(opened[place] ?? '')
  const [taken, setTaken] = useState<{ quote: string; turn: number }>({ quote: opened[name] ?? '', turn: 0 })
  return (
    <>
      <AreaField
        {...field(name)}
        key={taken.turn}
        defaultValue={taken.quote}
        label={en.quote}
        optional={en.optional}
        hint={en.quoteHint}
        onInput={() => setStartsAt('')}
      />
      <input type="hidden" name={place} value={startsAt} />
      <QuoteEcho row={row} />
      {startsAt !== '' ? (
        <p className="echo">{fill(en.taken, { from: startsAt, to: Number(startsAt) + taken.quote.length })}</p>
      ) : null}
      {source === null ? null : (
        <StoredText
          source={source}
          onTake={(quote, from) => {
            setTaken((before) => ({ quote, turn: before.turn + 1 }))
            setStartsAt(String(from))
          }}
        />
      )}
    </>
  )
}

/** Whether the quote holds the amount, said while both are typed: publication asks for it. */
function QuoteEcho({ row }: { row: number }) {
  const { live, kind, choices } = useFilling()
  const quote = live[`evidence.${row}.quote`]?.trim()
  if (!quote || (kind !== 'observation' && kind !== 'target') || !live.quantity?.trim()) return null
  const read = readFigure(live, new Map(choices.indicators.map((i) => [i.code, i.unit])))
  if (read.faults.length || !read.unit) return null
  const stated = quoteStates(quote, read.quantity, read.unit, read.measure)
  if (stated.states) return <output className="echo echo-good">{en.holds}</output>
  const found = [...new Set(stated.found.map((n) => n.text))].join('; ')
  return <output className="echo echo-bad">{found ? fill(en.holdsNot, { found }) : en.holdsNone}</output>
}
