'use client'

import { useRef, useState } from 'react'
import { bound } from '@/components/desk/bound'
import { FormMessage, useForm } from '@/components/desk/form'
import { Button } from '@/components/ui/button'
import { AreaField, TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/intake.json'
import { fill } from '@/lib/i18n/fill'
import { receiveItemAction } from '@/lib/intake/actions'

/**
 * One box for all that arrives: a text that is pasted, an address, or a file that is chosen or dropped on it. A file that
 * is too large is refused here, before a byte of it is sent; the server refuses it too.
 */
export function ReceiveForm({ requestKey, largest }: { requestKey: string; largest: number }) {
  const { state, pending, form } = useForm<null>(receiveItemAction)
  const field = bound(state, {})
  const input = useRef<HTMLFormElement>(null)
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState<{ text: string; bad: boolean; turn: number } | null>(null)
  // What was said of a file holds until the server has answered, and what the server said until another file is chosen.
  const now = said?.turn === state.turn ? said : null
  const megabytes = Math.round(largest / 1_000_000)

  function look(file: File | undefined, box: HTMLInputElement) {
    if (!file) return setSaid(null)
    if (file.size <= largest)
      return setSaid({ text: fill(en.receive.dropped, { name: file.name }), bad: false, turn: state.turn })
    box.value = ''
    setSaid({ text: fill(en.receive.tooLarge, { name: file.name, megabytes }), bad: true, turn: state.turn })
  }
  function drop(event: React.DragEvent) {
    setOver(false)
    const box = input.current?.elements.namedItem('file')
    if (!event.dataTransfer.files.length || !(box instanceof HTMLInputElement)) return
    event.preventDefault()
    const kept = new DataTransfer()
    kept.items.add(event.dataTransfer.files[0]!)
    box.files = kept.files
    look(kept.files[0], box)
  }
  return (
    <form
      {...form}
      ref={input}
      className={`form receive${over ? ' receive-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FormMessage state={state} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <AreaField {...field('text')} label={en.receive.label} hint={en.receive.hint} rows={5} />
      <div className="receive-end">
        <TextField
          name="file"
          type="file"
          accept=".txt,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf"
          label={en.receive.file}
          hint={fill(en.receive.fileHint, { megabytes })}
          fault={now ? (now.bad ? now.text : undefined) : state.faults.file}
          onChange={(event) => look(event.currentTarget.files?.[0], event.currentTarget)}
        />
        <Button look="primary" type="submit" aria-disabled={pending}>
          {pending ? en.receive.reading : en.receive.submit}
        </Button>
      </div>
      {now && !now.bad ? <output className="echo echo-good">{now.text}</output> : null}
    </form>
  )
}
