import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const text = 'Trade 😀 tripled. Trade tripled again, to one billion dollars.'
const quote = 'one billion dollars'
const at = text.indexOf(quote)
type Row = Record<string, unknown>

const item = (row: Row = {}) =>
  facts.insert('intake_item', {
    origin: 'paste',
    title: 'An article',
    added_by_id: 'system',
    sha256: row.text ? createHash('sha256').update(String(row.text)).digest() : null,
    ...row,
  })
/** An article that is being read: its source, and a way to put candidates into it. */
async function reading(of = text) {
  const source = await facts.source({ text: of })
  const id = await item({ state: 'in_work', source_id: source })
  const candidate = ({ record = {}, ...row }: Row & { record?: Row } = {}) =>
    facts.insert('candidate', {
      source_id: source,
      added_by_id: 'system',
      record: {
        kind: 'target',
        start: at,
        end: at + quote.length,
        quote,
        numberStart: at,
        numberEnd: at + 3,
        title: null,
        ...record,
      },
      ...row,
    })
  return { id, source, candidate }
}
const decided = { decided_at: '2026-01-01T00:00:00Z', decided_by_id: 'system' }

describe('an item', () => {
  test.each([
    ['waiting that is stored as a source', { state: 'waiting' }, 'read_is_stored'],
    ['in work that is stored nowhere', { state: 'in_work', source_id: null }, 'read_is_stored'],
    ['done that is stored nowhere', { state: 'done', source_id: null }, 'read_is_stored'],
    ['with its text twice', { state: 'in_work', text }, 'text_moves_to_source'],
    ['without a title', { state: 'in_work', title: '' }, 'item_has_title'],
  ])('%s is refused', async (_, row, constraint) => {
    const source = await facts.source({ text })
    expect(await facts.answerTo(() => item({ source_id: source, ...row }))).toBe(constraint)
  })

  test('has the hash of its text, and the same text waits once', async () => {
    expect(await facts.answerTo(() => item({ text, sha256: null }))).toBe('item_text_has_hash')
    expect(await facts.answerTo(() => item({ text, sha256: createHash('sha256').update('x').digest() }))).toBe(
      'item_text_has_hash',
    )
    await item({ text })
    expect(await facts.answerTo(() => item({ text }))).toBe('same_text_waits_once')
    expect(await facts.answerTo(() => item({ text, state: 'dismissed' }))).toBe('accepted')
  })

  test('of a feed is told once by its address, and a source is read once', async () => {
    const page = { origin: 'feed', url: 'https://news.example/a' }
    await item(page)
    expect(await facts.answerTo(() => item(page))).toBe('same_page_told_once')
    expect(await facts.answerTo(() => item({ ...page, origin: 'url' }))).toBe('accepted')
    const { source } = await reading()
    expect(await facts.answerTo(() => item({ state: 'done', source_id: source }))).toBe('intake_item_source_id_key')
  })

  test('is done when nothing in it is open, and no candidate opens in one that is done', async () => {
    const { id, candidate } = await reading()
    const open = await candidate()
    expect(await facts.answerTo(() => facts.update('intake_item', id, { state: 'done' }))).toBe('EN013')
    await facts.update('candidate', open, { state: 'rejected', ...decided })
    await facts.update('intake_item', id, { state: 'done' })
    const again = { state: 'open', decided_at: null, decided_by_id: null }
    expect(await facts.answerTo(() => facts.update('candidate', open, again))).toBe('EN013')
    expect(await facts.answerTo(() => candidate({ record: { title: 'another' } }))).toBe('EN013')
  })
})

describe('a candidate', () => {
  test('stands in the stored text word for word, counted in UTF-16', async () => {
    const { candidate } = await reading()
    expect(await facts.answerTo(() => candidate())).toBe('accepted')
    expect(await facts.answerTo(() => candidate({ record: { start: at - 1, end: at + quote.length - 1 } }))).toBe(
      'EN011',
    )
    expect(await facts.answerTo(() => candidate({ record: { quote: 'two billion dollars' } }))).toBe('EN011')
    expect(await facts.answerTo(() => candidate({ record: { end: at + 3, quote: quote.slice(0, 3) } }))).toBe(
      'accepted',
    )
    const face = text.indexOf('😀')
    const smile = { start: face, end: face + 2, quote: '😀', numberStart: null, numberEnd: null }
    expect(await facts.answerTo(() => candidate({ record: smile }))).toBe('accepted')
    expect(await facts.answerTo(() => candidate({ record: { ...smile, end: face + 1 } }))).toBe('EN011')
  })

  test.each([
    ['of a kind there is not', { kind: 'rumour' }, 'candidate_kind'],
    ['that ends before it begins', { end: at }, 'candidate_place'],
    ['before the text', { start: -1 }, 'candidate_place'],
    ['with half a number', { numberEnd: null }, 'number_in_place'],
    ['with its number outside', { numberStart: at - 1 }, 'number_in_place'],
    ['with its number beyond', { numberEnd: at + 90 }, 'number_in_place'],
  ])('%s is refused', async (_, record, constraint) => {
    const { candidate } = await reading()
    expect(await facts.answerTo(() => candidate({ record }))).toBe(constraint)
  })

  test('is found once', async () => {
    const { candidate } = await reading()
    await candidate()
    expect(await facts.answerTo(() => candidate())).toBe('candidate_once')
    expect(await facts.answerTo(() => candidate({ record: { kind: 'observation' } }))).toBe('accepted')
  })

  test('belongs to an article that is read', async () => {
    const { candidate } = await reading()
    const source = await facts.source({ text: `${text} Again.` })
    expect(await facts.answerTo(() => candidate({ source_id: source }))).toBe('candidate_source_id_fkey')
  })

  test('is accepted exactly when it names the entry it became, and an entry comes of one candidate', async () => {
    const { candidate } = await reading()
    const id = await candidate()
    const entry = await facts.draft('commitment')
    const accepted = { state: 'accepted', entry_id: entry, ...decided }
    expect(await facts.answerTo(() => facts.update('candidate', id, accepted))).toBe('accepted')
    expect(await facts.answerTo(() => facts.update('candidate', id, { ...accepted, entry_id: null }))).toBe(
      'accepted_is_an_entry',
    )
    expect(await facts.answerTo(() => facts.update('candidate', id, { entry_id: entry }))).toBe('accepted_is_an_entry')
    expect(await facts.answerTo(() => facts.update('candidate', id, { ...accepted, entry_id: 999_999 }))).toBe(
      'candidate_entry_id_fkey',
    )
    await facts.update('candidate', id, accepted)
    const other = await candidate({ record: { title: 'another' } })
    expect(await facts.answerTo(() => facts.update('candidate', other, accepted))).toBe('candidate_entry_id_key')
  })

  test('is decided by somebody, and reported as wrong with what would be right', async () => {
    const { candidate } = await reading()
    const id = await candidate()
    const to = (row: Row) => facts.answerTo(() => facts.update('candidate', id, row))
    expect(await to({ state: 'rejected' })).toBe('decided_by_somebody')
    expect(await to(decided)).toBe('decided_by_somebody')
    expect(await to({ state: 'reported', ...decided })).toBe('reported_says_why')
    expect(await to({ state: 'reported', note: 'It is a target', ...decided })).toBe('accepted')
    const own = await candidate({ by_hand: true, record: { title: 'by hand' } })
    expect(
      await facts.answerTo(() => facts.update('candidate', own, { state: 'reported', note: 'x', ...decided })),
    ).toBe('only_rules_are_wrong')
  })

  test('keeps its passage', async () => {
    const { candidate } = await reading()
    const id = await candidate()
    const record = { kind: 'event', start: 0, end: 5, quote: 'Trade' }
    expect(await facts.answerTo(() => facts.update('candidate', id, { record }))).toBe('EN012')
    expect(await facts.answerTo(() => facts.update('candidate', id, { by_hand: true }))).toBe('EN012')
  })

  test('opens again when the draft it became is thrown away, and so does its article', async () => {
    const { id: article, candidate } = await reading()
    const id = await candidate()
    const entry = await facts.draft('commitment')
    await facts.update('candidate', id, { state: 'accepted', entry_id: entry, ...decided })
    await facts.update('intake_item', article, { state: 'done' })
    await facts.remove('entry', entry)
    expect(await facts.one('select state, entry_id, revision from candidate where id = $1', [id])).toMatchObject({
      state: 'open',
      entry_id: null,
      revision: 2,
    })
    expect(await facts.one('select state from intake_item where id = $1', [article])).toEqual({ state: 'in_work' })
  })
})

test('evidence of one release counts once: a source goes back to what it was carried from and what it is a later state of', async () => {
  const wire = await facts.source()
  const carried = await facts.source({ carried_from_id: wire })
  const later = await facts.source({ previous_id: carried })
  const release = async (id: number) => (await facts.one<{ of: number }>('select release_of($1) as of', [id])).of
  expect([await release(wire), await release(carried), await release(later)]).toEqual([wire, wire, wire])
})
