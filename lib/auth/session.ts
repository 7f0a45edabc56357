import { headers } from 'next/headers'
import { cache } from 'react'
import { reaching } from '@/lib/db/faults'
import { accounts } from './accounts'
import { type Actor, anonymousActor, userActor } from './actor'
import type { Role } from './permissions'

/**
 * Who asks in this request. Asked once per request; without a session cookie no statement is sent.
 * A person who was removed has no session left, so a found session is a valid one.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const asked = await headers()
  if (!asked.get('cookie')?.includes('session_token')) return anonymousActor
  const found = await reaching(() => accounts().api.getSession({ headers: asked }))
  if (!found || found.user.removedAt) return anonymousActor
  return userActor({ id: found.user.id, name: found.user.name, role: found.user.role as Role })
})
