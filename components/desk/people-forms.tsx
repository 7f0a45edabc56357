'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { type Role, roles } from '@/lib/auth/permissions'
import en from '@/lib/i18n/en/people.json'
import { fill } from '@/lib/i18n/fill'
import {
  type HandedOver,
  inviteUserAction,
  removeUserAction,
  renewPasswordLinkAction,
  setRoleAction,
} from '@/lib/users/actions'
import type { Person } from '@/lib/users/queries'
import { bound } from './bound'
import { FormMessage, useForm } from './form'
import { StepForm } from './step-form'

const roleOptions = roles.map((role) => ({ value: role, label: `${en.roles[role]} · ${en.may[role]}` }))

/** Makes somebody an account and shows, once, the link that lets them choose a password. */
export function InviteForm({ address }: { address: string }) {
  const { state, pending, form } = useForm<HandedOver>(inviteUserAction)
  const field = bound(state, { role: 'editor' })
  return (
    <form key={state.done?.token ?? ''} {...form} className="form">
      <FormMessage state={state} />
      {state.done ? <HandOver done={state.done} address={address} /> : null}
      <div className="field-grid">
        <TextField {...field('name')} label={en.name} />
        <TextField {...field('email')} type="email" label={en.email} />
        <SelectField {...field('role')} label={en.role} options={roleOptions} />
      </div>
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.submit}
        </Button>
      </div>
    </form>
  )
}

function HandOver({ done, address }: { done: HandedOver; address: string }) {
  const [copied, setCopied] = useState(false)
  const link = `${address}/password/${done.token}`
  return (
    <Notice look="good" live>
      <div className="handed-over">
        <p>{fill(en.handOver, { name: done.name })}</p>
        <input
          className="control"
          aria-label={en.link}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className="needs-script">
          <Button onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}>
            {copied ? en.copied : en.copy}
          </Button>
        </div>
      </div>
    </Notice>
  )
}

/** What an admin changes of somebody: role, link, access. */
export function PersonForms({ person, address }: { person: Person; address: string }) {
  const renewal = useForm<HandedOver>(renewPasswordLinkAction)
  const hidden = { id: person.id, revision: String(person.revision), name: person.name }
  return (
    <Disclosure summary={en.actions}>
      <div className="person-actions">
        <RoleForm person={person} />
        <form {...renewal.form} className="step">
          <FormMessage state={renewal.state} />
          {renewal.state.done ? <HandOver done={renewal.state.done} address={address} /> : null}
          <input type="hidden" name="id" value={person.id} />
          <input type="hidden" name="name" value={person.name} />
          <div>
            <Button type="submit" aria-disabled={renewal.pending}>
              {en.renew}
            </Button>
          </div>
        </form>
        <StepForm
          action={removeUserAction}
          hidden={hidden}
          label={en.remove}
          look="danger"
          note={fill(en.removeAsk, { name: person.name })}
        />
      </div>
    </Disclosure>
  )
}

function RoleForm({ person }: { person: Person }) {
  const { state, pending, form } = useForm<null>(setRoleAction)
  return (
    <form {...form} className="step">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={person.id} />
      <input type="hidden" name="revision" value={person.revision} />
      <SelectField
        name="role"
        id={`role-${person.id}`}
        label={fill(en.roleOf, { name: person.name })}
        defaultValue={(state.typed.role as Role | undefined) ?? person.role}
        fault={state.faults.role}
        options={roleOptions}
      />
      <div>
        <Button type="submit" aria-disabled={pending}>
          {en.setRole}
        </Button>
      </div>
    </form>
  )
}
