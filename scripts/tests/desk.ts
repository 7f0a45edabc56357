import { randomUUID } from 'node:crypto'
import { type Actor, systemActor, userActor } from '@/lib/auth/actor'
import { type Role, roles } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { createEntity } from '@/lib/entities/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { createIndicator } from '@/lib/indicators/mutations'
import { createSource } from '@/lib/sources/mutations'
import { inviteUser } from '@/lib/users/mutations'

const system = systemActor('tests')
/** A word no other test of this database uses. */
export const fresh = (word: string) => `${word}-${randomUUID().slice(0, 8)}`

/** Somebody of this role, with a row of their own. */
export async function person(role: Role): Promise<Actor> {
  const name = fresh(role)
  const { id } = await inviteUser(system, { name, email: `${name}@example.test`, role })
  return userActor({ id, name, role })
}

const text = 'Trade reached 463.3 million dollars in 2022. Officials expect more.'

/** What there has to be before anything can be entered: a relation, an indicator, a source with its text, people. */
export async function openDesk() {
  if (!(await db.entity.findUnique({ where: { slug: 'aze-kaz' } })))
    await createEntity(system, {
      kind: 'relation',
      slug: 'aze-kaz',
      name: 'Azerbaijan–Kazakhstan',
      members: ['aze', 'kaz'],
    })
  const indicator = await createIndicator(system, {
    code: fresh('trade'),
    name: 'Trade',
    definition: 'Goods both ways',
    theme: 'trade',
    unit: 'USD',
    frequency: 'A',
    desired: 1,
  })
  const source = (extra: object = {}) =>
    createSource(system, {
      publisher: 'kaz',
      title: fresh('Bulletin'),
      publishedOn: '2023-04-11',
      accessedOn: '2026-11-22',
      ...extra,
    }).then(({ id }) => id)
  const bulletin = await source()
  const stored = await source({ text: `${text} ${fresh('edition')}` })
  const people = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await person(role)]))) as Record<
    Role,
    Actor
  >
  const observation = (extra: object = {}): EntryInput => ({
    kind: 'observation',
    series: { indicator: indicator.code, about: 'aze-kaz', reporter: 'kaz', unit: 'USD', scope: fresh('scope') },
    quantity: { value: '463300000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
    period: { starts: '2022-01-01', ends: '2023-01-01', words: null },
    basis: 'office',
    evidence: [{ source: bulletin, quote: 'Trade reached 463.3 million dollars' }],
    ...extra,
  })
  const event = (extra: object = {}): EntryInput => ({
    kind: 'event',
    code: 'CONSULT',
    about: 'aze-kaz',
    theme: 'political',
    title: fresh('Visit'),
    period: { starts: '2022-08-24', ends: '2022-08-25', words: null },
    evidence: [{ source: bulletin }],
    ...extra,
  })
  return { ...people, people, indicator, bulletin, stored, text, source, observation, event }
}
