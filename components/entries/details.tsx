import { Facts } from '@/components/ui/facts'
import { Table } from '@/components/ui/table'
import type { Fields } from '@/lib/action/fields'
import { differingFields } from '@/lib/entries/forms/fields/rules'
import { rowsIn } from '@/lib/entries/forms/rules'
import en from '@/lib/i18n/en/review.json'
import { sourceIdIn } from '@/lib/sources/rules'
import { fieldLabel, shownValue } from './field-labels'

const isEvidence = (name: string) => name.startsWith('evidence.')

/** What an entry says, field by field, and the evidence that states it. */
export function EntryDetails({ fields, indicator }: { fields: Fields; indicator?: string }) {
  const kind = fields.kind ?? ''
  const shown = (name: string, value: string) =>
    name === 'series.indicator' ? (indicator ?? value) : shownValue(name, value, kind)
  const told = Object.entries(fields).filter(([name, value]) => name !== 'kind' && value && !isEvidence(name))
  const pieces = rowsIn(fields, 'evidence')
  return (
    <div className="entry-details">
      <Facts facts={told.map(([name, value]) => ({ name: fieldLabel(name), value: shown(name, value) }))} />
      <div className="entry-evidence">
        {pieces.length ? null : <p className="muted">{en.noEvidence}</p>}
        {pieces.map((row) => (
          <EvidenceDetails key={row} piece={(name) => fields[`evidence.${row}.${name}`] ?? ''} />
        ))}
      </div>
    </div>
  )
}

function EvidenceDetails({ piece }: { piece: (name: string) => string }) {
  const source = piece('source')
  const id = sourceIdIn(source)
  const who = [piece('speaker'), piece('speakerAs'), piece('saidOn'), piece('locator')].filter(Boolean).join(' · ')
  return (
    <figure className="piece-shown">
      {piece('quote') ? (
        <blockquote className="said">{piece('quote')}</blockquote>
      ) : (
        <p className="muted small">{en.page}</p>
      )}
      <figcaption className="small">
        {who ? <span>{who} · </span> : null}
        <a href={`/desk/sources/${id}`}>{source}</a>
      </figcaption>
    </figure>
  )
}

/** How a proposed version differs from the one readers see. */
export function EntryDifference({ now, proposed }: { now: Fields; proposed: Fields }) {
  const names = differingFields(now, proposed)
  const kind = proposed.kind ?? ''
  if (!names.length) return <p className="muted">{en.differenceNone}</p>
  return (
    <Table label={en.difference}>
      <thead>
        <tr>
          <td />
          <th scope="col">{en.now}</th>
          <th scope="col">{en.then}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{fieldLabel(name)}</th>
            <td className="conflict-text">{shownValue(name, now[name] ?? '', kind) || '–'}</td>
            <td className="conflict-text">{shownValue(name, proposed[name] ?? '', kind) || '–'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
