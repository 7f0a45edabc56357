'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import type { Fields } from '@/lib/action/fields'
import { differingFields } from '@/lib/entries/forms/fields/rules'
import en from '@/lib/i18n/en/forms.json'
import { fieldLabel, shownValue } from './field-labels'

/**
 * Two people saved the same thing: both versions side by side, nothing lost. A field of theirs can be taken over;
 * saving goes on top of what they saved, knowingly (`onTopOf`). `draft` is an open draft of an entry being corrected.
 */
export function Conflict({
  theirs,
  yours,
  onTopOf,
  openHref,
}: {
  theirs: Fields
  yours: Fields
  onTopOf: string
  openHref: string
}) {
  const [taken, setTaken] = useState<string[]>([])
  const fields = differingFields(theirs, yours)
  const kind = yours.kind ?? ''
  function take(name: string, button: HTMLElement) {
    const control = button.closest('form')?.elements.namedItem(name)
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = theirs[name] === 'on'
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      control.value = theirs[name] ?? ''
    else return
    control.dispatchEvent(new Event('input', { bubbles: true }))
    setTaken((before) => [...before, name])
  }
  return (
    <section className="conflict" aria-label={en.conflictTitle}>
      <p>{fields.length ? en.conflictText : en.sameTexts}</p>
      {fields.length ? (
        <Table label={en.field}>
          <thead>
            <tr>
              <th scope="col">{en.field}</th>
              <th scope="col">{en.theirs}</th>
              <th scope="col">{en.yours}</th>
              <th scope="col" className="needs-script">
                <span className="hidden-visually">{en.takeTheirs}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((name) => (
              <tr key={name} className={taken.includes(name) ? 'conflict-taken' : undefined}>
                <th scope="row">{fieldLabel(name)}</th>
                <td className="conflict-text">{shownValue(name, theirs[name] ?? '', kind) || '–'}</td>
                <td className="conflict-text">{shownValue(name, yours[name] ?? '', kind) || '–'}</td>
                <td className="needs-script">
                  <Button look="quiet" onClick={(event) => take(name, event.currentTarget)}>
                    {en.takeTheirs}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      <div className="buttons">
        <Button type="submit" name="onTopOf" value={onTopOf}>
          {en.saveOnTop}
        </Button>
        <a href={openHref}>{en.openTheirs}</a>
      </div>
    </section>
  )
}
