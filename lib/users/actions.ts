'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import type { FormState } from '@/lib/action/state'
import type { Role } from '@/lib/auth/permissions'
import { currentPerson } from '@/lib/auth/session'
import { clientAddress, closeSession, openSession } from '@/lib/auth/sign-in'
import { Refusal } from '@/lib/errors/refusal'
import { countAttempt, forgiveAttempt } from './attempts/mutations'
import { changePassword, choosePassword, inviteUser, removeUser, renewPasswordLink, setRole } from './mutations'
import { wayBack } from './rules'
import { Email, type InvitationInput, RoleChange } from './schema'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
/** What a browser sends of a person's row: the number the page showed. */
const revisionOf = (form: FormData) => Number(text(form, 'revision'))

/** Opens a session and leads back to the page one came from. Wrong address, wrong password, unknown account: one answer. */
export async function signInAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async () => {
    const email = Email.safeParse(text(form, 'email'))
    const password = text(form, 'password')
    const wrong = new Refusal('invalid', [{ field: 'password', code: 'wrongCredentials' }])
    if (!email.success)
      throw new Refusal('invalid', [
        { field: 'email', code: 'notAnEmail', values: { value: text(form, 'email').slice(0, 80) } },
      ])
    if (!password) throw new Refusal('invalid', [{ field: 'password', code: 'required' }])
    const address = await clientAddress()
    await countAttempt(email.data, address)
    if (!(await openSession(email.data, password))) throw wrong
    await forgiveAttempt(email.data, address)
    redirect(wayBack(text(form, 'next')))
  })
}

export async function signOutAction(): Promise<void> {
  await closeSession()
  redirect('/')
}

/** Redeems the link that an admin handed over. */
export async function choosePasswordAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async () => {
    await choosePassword(text(form, 'token'), text(form, 'password'))
    redirect('/sign-in?chosen=1')
  })
}

/** One's own password. Also for whoever signed in with a one-time password and is nobody yet. */
export async function changePasswordAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async () => {
    const person = await currentPerson()
    if (!person) throw new Refusal('signInNeeded')
    const address = await clientAddress()
    await countAttempt(person.email, address)
    await changePassword(person.actor, person.token, {
      old: text(form, 'oldPassword'),
      password: text(form, 'password'),
    })
    await forgiveAttempt(person.email, address)
    redirect(person.oneTime ? '/desk' : '/desk/password?did=changed')
  })
}

/** What an admin hands over: the link is shown once and never stored. */
export type HandedOver = { name: string; token: string }

export async function inviteUserAction(before: FormState<HandedOver>, form: FormData): Promise<FormState<HandedOver>> {
  return fromForm(before, form, async (actor) => {
    const input = { name: text(form, 'name'), email: text(form, 'email'), role: text(form, 'role') as Role }
    const { token } = await inviteUser(actor, input satisfies InvitationInput)
    return { name: input.name, token }
  })
}

export async function renewPasswordLinkAction(
  before: FormState<HandedOver>,
  form: FormData,
): Promise<FormState<HandedOver>> {
  return fromForm(before, form, async (actor) => {
    const { token } = await renewPasswordLink(actor, text(form, 'id'))
    return { name: text(form, 'name'), token }
  })
}

export async function setRoleAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    await setRole(actor, text(form, 'id'), revisionOf(form), RoleChange.parse({ role: text(form, 'role') }).role)
    redirect('/desk/people?did=role')
  })
}

export async function removeUserAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    await removeUser(actor, text(form, 'id'), revisionOf(form))
    redirect('/desk/people?did=removed')
  })
}
