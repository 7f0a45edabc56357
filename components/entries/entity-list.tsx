import en from '@/lib/i18n/en/forms.json'
import type { FieldChoices } from './choices'

/** What pickers of entities offer: a list of the browser's own, which works by keyboard and without a script. */
export function EntityList({ entities }: Pick<FieldChoices, 'entities'>) {
  return (
    <datalist id="entities">
      {entities.map(({ text, kind }) => (
        <option key={text} value={text}>
          {en.entityKinds[kind]}
        </option>
      ))}
    </datalist>
  )
}
