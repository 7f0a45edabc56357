import { headers } from 'next/headers'
import { cache } from 'react'
import { reaching } from '@/lib/db/faults'
import { accounts } from './accounts'
import { type Actor, anonymousActor, userActor } from './actor'
import type { Role } from './permissions'

/** Somebody who has signed in. `oneTime`: the password was printed or handed over and has to be replaced first. */
export type SignedIn = { actor: Actor; email: string; token: string; oneTime: boolean }

/**
 * The person behind this request, or null. Asked once per request; without a session cookie no statement is sent.
 * A person who was removed has no session left, so a found session is a valid one.
 */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const asked = await headers()
  if (!asked.get('cookie')?.includes('session_token')) return null
  const found = await reaching(() => accounts().api.getSession({ headers: asked }))
  if (!found || found.user.removedAt) return null
  const { id, name, email, emailVerified } = found.user
  return {
    actor: userActor({ id, name, role: found.user.role as Role }),
    email,
    token: found.session.token,
    oneTime: !emailVerified,
  }
})

/** Who asks in this request. Whoever still has a one-time password is nobody yet, whatever page or action is asked for. */
export const currentActor = cache(async (): Promise<Actor> => {
  const person = await currentPerson()
  return person && !person.oneTime ? person.actor : anonymousActor
})
