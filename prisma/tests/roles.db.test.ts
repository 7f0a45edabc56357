import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Actor, anonymousActor } from '@/lib/auth/actor'
import { type Permission, roleHolds, roles } from '@/lib/auth/permissions'
import { drawCorridor } from '@/lib/corridors/mutations'
import { createEntity, updateEntity } from '@/lib/entities/mutations'
import { correctEntry, createEntry, editEntry } from '@/lib/entries/mutations'
import { discardDraft, publishEntry, rejectEntry, retireEntry, submitEntry } from '@/lib/entries/review/mutations'
import { addFeed, pauseFeed, pollFeedNow, removeFeed, resumeFeed } from '@/lib/feeds/mutations'
import { createIndicator, createSeries, updateIndicator } from '@/lib/indicators/mutations'
import { addAdvice } from '@/lib/intake/advice/mutations'
import {
  acceptAsEvidence,
  acceptCandidate,
  markCandidate,
  rejectCandidate,
  reopenCandidate,
  reportCandidate,
} from '@/lib/intake/candidates/mutations'
import { bringBackItem, dismissItem, fillItem, receiveItem } from '@/lib/intake/mutations'
import { addPublisher } from '@/lib/intake/publishers/mutations'
import { finishItem, readItem, reopenItem } from '@/lib/intake/reading/mutations'
import { arrangePins, deleteView, freezeView, renameView, saveView, unfreezeView } from '@/lib/saved-views/mutations'
import { setFourEyes } from '@/lib/settings/mutations'
import { showText } from '@/lib/sources/audience/mutations'
import { createSource } from '@/lib/sources/mutations'
import { changePassword, inviteUser, removeUser, renewPasswordLink, setRole } from '@/lib/users/mutations'
import { openDesk } from '@/scripts/tests/desk'

const desk = await openDesk()
const entity = { kind: 'place', slug: 'x', name: 'X' } as const
const indicator = {
  code: 'x',
  name: 'X',
  definition: 'x',
  theme: 'trade',
  unit: 'USD',
  frequency: 'A',
  desired: 0,
} as const
const source = { publisher: 'kaz', title: 'X', accessedOn: '2026-11-22' }
const series = { indicator: 'nothing', about: 'kaz', unit: 'USD' } as const
const nobody = 'nobody'
const watched = { url: 'https://news.example/feed' }
await addFeed(desk.people.editor, watched)

/** Every mutation with arguments that no mutation accepts: whoever may do it gets as far as being told so. */
const mutations: Record<string, [Permission, (actor: Actor) => Promise<unknown>]> = {
  createEntity: ['entity.write', (a) => createEntity(a, { ...entity, members: ['nowhere'] })],
  updateEntity: ['entity.write', (a) => updateEntity(a, 0, 1, entity)],
  drawCorridor: ['entity.write', (a) => drawCorridor(a, 0, 1, { nodes: [] })],
  createEntry: ['entry.write', (a) => createEntry(a, desk.event({ about: 'nowhere' }))],
  editEntry: ['entry.write', (a) => editEntry(a, 0, 1, desk.event())],
  correctEntry: ['entry.write', (a) => correctEntry(a, 0, 1, 'why', desk.event())],
  submitEntry: ['entry.submit', (a) => submitEntry(a, 0, 1)],
  rejectEntry: ['entry.reject', (a) => rejectEntry(a, 0, 1, 'why')],
  publishEntry: ['entry.publish', (a) => publishEntry(a, 0, 1)],
  retireEntry: ['entry.retire', (a) => retireEntry(a, 0, 1, 'why')],
  discardDraft: ['entry.write', (a) => discardDraft(a, 0, 1)],
  saveView: [
    'view.keep',
    (a) => saveView(a, { relation: 'nowhere', page: '', settings: {}, name: 'X', audience: 'private', pins: [] }),
  ],
  renameView: ['view.keep', (a) => renameView(a, 'x', 1, { name: 'X', audience: 'private' })],
  arrangePins: ['view.keep', (a) => arrangePins(a, 'x', 1, [])],
  freezeView: ['view.keep', (a) => freezeView(a, 'x', 1)],
  unfreezeView: ['view.keep', (a) => unfreezeView(a, 'x', 1)],
  deleteView: ['view.keep', (a) => deleteView(a, 'x', 1)],
  createIndicator: ['indicator.write', (a) => createIndicator(a, { ...indicator, code: desk.indicator.code })],
  updateIndicator: ['indicator.write', (a) => updateIndicator(a, 0, 1, indicator)],
  createSeries: ['series.write', (a) => createSeries(a, series)],
  createSource: ['source.write', (a) => createSource(a, { ...source, publisher: 'nowhere' })],
  showText: ['source.write', (a) => showText(a, { source: 999_999, audience: 'everyone', revision: 0 })],
  addFeed: ['source.write', (a) => addFeed(a, watched)],
  pauseFeed: ['source.write', (a) => pauseFeed(a, 0, 1)],
  resumeFeed: ['source.write', (a) => resumeFeed(a, 0, 1)],
  pollFeedNow: ['source.write', (a) => pollFeedNow(a, 0)],
  removeFeed: ['source.write', (a) => removeFeed(a, 0, 1)],
  receiveItem: ['source.write', (a) => receiveItem(a, { origin: 'paste', title: 'X', publishedOn: '9000-01-01' })],
  fillItem: ['source.write', (a) => fillItem(a, 0, 1, { origin: 'url', title: 'X', text: 'x' })],
  dismissItem: ['source.write', (a) => dismissItem(a, 0, 1)],
  bringBackItem: ['source.write', (a) => bringBackItem(a, 0, 1)],
  readItem: ['source.write', (a) => readItem(a, 0, 1, { source: { ...source, publisher: 'nowhere' } })],
  addPublisher: ['entity.write', (a) => addPublisher(a, ' ')],
  finishItem: ['entry.write', (a) => finishItem(a, 0, 1, 0)],
  reopenItem: ['entry.write', (a) => reopenItem(a, 0, 1)],
  acceptCandidate: ['entry.write', (a) => acceptCandidate(a, 0, 1, desk.event())],
  addAdvice: ['entry.write', (a) => addAdvice(a, 0, { admitted: [], dropped: {} })],
  acceptAsEvidence: ['entry.write', (a) => acceptAsEvidence(a, 0, 1, { root: 0, evidence: { source: 1 }, why: 'why' })],
  rejectCandidate: ['entry.write', (a) => rejectCandidate(a, 0, 1)],
  reportCandidate: ['entry.write', (a) => reportCandidate(a, 0, 1, 'why')],
  reopenCandidate: ['entry.write', (a) => reopenCandidate(a, 0, 1)],
  markCandidate: ['entry.write', (a) => markCandidate(a, 0, { kind: 'event', quote: 'x' })],
  setFourEyes: ['setting.write', (a) => setFourEyes(a, -1, true)],
  inviteUser: ['user.manage', (a) => inviteUser(a, { name: 'X', email: 'system@entente.invalid', role: 'admin' })],
  renewPasswordLink: ['user.manage', (a) => renewPasswordLink(a, nobody)],
  setRole: ['user.manage', (a) => setRole(a, nobody, 1, 'admin')],
  removeUser: ['user.manage', (a) => removeUser(a, nobody, 1)],
}
/** They ask for more than a role: the old password, or the link itself. */
const otherwiseGuarded = ['changePassword', 'choosePassword', 'createFirstAdmin', 'countAttempt', 'forgiveAttempt']
/** They work inside the transaction of a mutation above. */
const inner = [
  'entityIds',
  'ensureSeries',
  'difference',
  'writeAudit',
  'storeSource',
  'draftEntry',
  'draftCorrection',
  'dropDraft',
  'matchRelations',
  'lockItem',
  // They take what is due, and what was taken: nothing that they could refuse. who-may knocks at them.
  'claimFeed',
  'pollFeed',
]

const answerTo = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.code ?? String(error),
  )

test('the table below holds every mutation there is', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\bmutations\.ts$/.test(file),
  )
  const written = files.flatMap((file) =>
    [...readFileSync(join('lib', file), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(
      (found) => found[1]!,
    ),
  )
  expect(written.length).toBeGreaterThan(20)
  expect(written.sort()).toEqual([...Object.keys(mutations), ...otherwiseGuarded, ...inner].sort())
})

describe.each(Object.entries(mutations))('%s', (_, [permission, run]) => {
  test.each(roles)(`${permission} decides, for a %s`, async (role) => {
    const answer = await answerTo(run(desk.people[role]))
    if (roleHolds(role, permission)) expect(['invalid', 'notFound', 'conflict']).toContain(answer)
    else expect(answer).toBe('notAllowed')
  })
  test('asks whoever is not signed in to sign in', async () => {
    expect(await answerTo(run(anonymousActor))).toBe('signInNeeded')
  })
})

test('nobody changes a password without the old one', async () => {
  for (const role of roles)
    expect(await answerTo(changePassword(desk.people[role], 'x', { old: 'x', password: 'x'.repeat(20) }))).toBe(
      'invalid',
    )
})
