import { describe, expect, test } from 'vitest'
import { lastOfMine, sendable, withLocal } from './deciding'
import type { CandidateView } from './view'

const view = (changes: Partial<CandidateView>): CandidateView => ({
  id: 1,
  number: 1,
  kind: 'event',
  start: 0,
  end: 9,
  mark: null,
  quote: 'They met.',
  state: 'open',
  revision: 1,
  byHand: false,
  entryKind: 'event',
  head: 'They met',
  facts: [],
  fields: {},
  lacks: [],
  why: '',
  doubts: [],
  confidence: 1,
  repeats: null,
  standing: [],
  note: null,
  decided: null,
  mineAt: null,
  entry: null,
  ...changes,
})
const accepted = (state: NonNullable<CandidateView['entry']>['state'], mineAt: number | null = null) =>
  view({ state: 'accepted', revision: 2, entry: { id: 7, state }, mineAt })

describe('a candidate that was decided here', () => {
  const local = { state: 'accepted', revision: 2, entry: { id: 7, state: 'draft' }, mineAt: 5 } as const

  test('is shown so until the page knows it too', () => {
    expect(withLocal(view({}), local, false)).toMatchObject({ state: 'accepted', entry: { state: 'draft' } })
  })

  test('is shown as the page has it once the page knows it: its entry may have been published since', () => {
    expect(withLocal(accepted('published'), local, false).entry).toEqual({ id: 7, state: 'published' })
  })

  test('is shown as it will be while the answer is awaited', () => {
    const awaited = { state: 'rejected', revision: 1, entry: null, mineAt: 5 } as const
    expect(withLocal(view({}), awaited, true).state).toBe('rejected')
  })
})

test('only what is in draft is sent for review, and what is in review is published too', () => {
  const views = [accepted('draft'), accepted('in_review'), accepted('published'), accepted('rejected'), view({})]
  expect(sendable(views)).toEqual({ submit: 1, publish: 2 })
})

test('taking back skips what was sent on since', () => {
  const mine = accepted('draft', 1)
  expect(lastOfMine([mine, accepted('published', 3), accepted('in_review', 2), accepted('draft')])).toBe(mine)
  expect(lastOfMine([accepted('published', 3)])).toBeNull()
})
