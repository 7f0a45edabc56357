'use client'

import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { partyRoles } from '@/lib/entries/schema'
import en from '@/lib/i18n/en/forms.json'
import { useField, useFilling } from './form-context'
import { useRows } from './rows'

/** Who takes part, in which role. */
export function PartyFields() {
  const field = useField()
  const { opened } = useFilling()
  const { rows, add, remove } = useRows('parties', opened, 1)
  return (
    <Section id="parties" title={en.parts.parties} note={en.parts.partiesNote}>
      {rows.map((row) => (
        <div className="party" key={row}>
          <TextField {...field(`parties.${row}.entity`)} label={en.party} optional={en.optional} list="entities" />
          <SelectField
            {...field(`parties.${row}.role`)}
            label={en.role}
            options={partyRoles.map((role) => ({ value: role, label: en.roles[role] }))}
          />
          <Button look="quiet" className="needs-script" onClick={() => remove(row)}>
            {en.removeParty}
          </Button>
        </div>
      ))}
      <Button type="submit" name="intent" value="addParty" onClick={add}>
        {en.addParty}
      </Button>
    </Section>
  )
}
