import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const text = 'Trade has practically tripled in recent years. “Altyn Qyran” was presented. 😀'
const sha256 = (of: string) => createHash('sha256').update(of).digest()

describe('a source', () => {
  test('stands with its text and without', async () => {
    expect(await facts.answerTo(() => facts.source())).toBe('accepted')
    expect(await facts.answerTo(() => facts.source({ text }))).toBe('accepted')
  })

  test('is never changed or deleted', async () => {
    const id = await facts.source()
    expect(await facts.answerTo(() => facts.update('source', id, { title: 'Another title' }))).toBe('EN007')
    expect(await facts.answerTo(() => facts.update('source', id, { title: 'An article' }))).toBe('EN007')
    expect(await facts.answerTo(() => facts.remove('source', id))).toBe('EN007')
  })

  test('with a text has the hash of that text, and without a text none', async () => {
    const hash = sha256('another text')
    expect(await facts.answerTo(() => facts.source({ text, sha256: hash }))).toBe('hash_is_of_the_text')
    expect(await facts.answerTo(() => facts.source({ text, sha256: hash.subarray(1) }))).toMatch(/sha256|hash/)
    expect(await facts.answerTo(() => facts.source({ text, sha256: null }))).toBe('text_has_hash')
    expect(await facts.answerTo(() => facts.source({ sha256: hash }))).toBe('text_has_hash')
  })

  test('with the same text is stored once', async () => {
    await facts.source({ text })
    expect(await facts.answerTo(() => facts.source({ text }))).toBe('same_text_once')
    expect(await facts.answerTo(() => facts.source({ text: `${text} ` }))).toBe('accepted')
  })

  test('is published no later than it was read; the day may be unknown', async () => {
    const read = { accessed_on: '2022-08-26' }
    expect(await facts.answerTo(() => facts.source({ ...read, published_on: '2022-08-27' }))).toBe(
      'published_then_read',
    )
    expect(await facts.answerTo(() => facts.source({ ...read, published_on: '2022-08-26' }))).toBe('accepted')
    expect(await facts.answerTo(() => facts.source({ ...read, published_on: null }))).toBe('accepted')
  })

  test('is a later state or a retelling of another source, never of itself', async () => {
    const before = await facts.source()
    expect(await facts.answerTo(() => facts.source({ previous_id: before, carried_from_id: before }))).toBe('accepted')
    const { next } = await facts.one<{ next: number }>(
      `select nextval(pg_get_serial_sequence('source', 'id'))::int + 1 as next`,
    )
    const itself = await facts.entity()
    expect(await facts.answerTo(() => facts.source({ publisher_id: itself, previous_id: next }))).toBe(
      'not_from_itself',
    )
    expect(await facts.answerTo(() => facts.source({ publisher_id: itself, carried_from_id: next + 1 }))).toBe(
      'not_from_itself',
    )
    expect(await facts.answerTo(() => facts.source({ previous_id: 999_999 }))).toBe('source_previous_id_fkey')
    expect(await facts.answerTo(() => facts.source({ carried_from_id: 999_999 }))).toBe('source_carried_from_id_fkey')
  })

  test('has a publisher and somebody who added it, both of them known', async () => {
    expect(await facts.answerTo(() => facts.source({ publisher_id: 999_999 }))).toBe('source_publisher_id_fkey')
    expect(await facts.answerTo(() => facts.source({ added_by_id: 'nobody' }))).toBe('source_added_by_id_fkey')
  })

  test('that came twice by one request is one', async () => {
    await facts.source({ request_key: 'form/1234' })
    expect(await facts.answerTo(() => facts.source({ request_key: 'form/1234' }))).toBe('source_request_key_key')
  })
})

describe('a quote', () => {
  const anchored = { quote: 'practically tripled', starts_at: 10, ends_at: 29 }

  test('that stands in the stored text is accepted with its place', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source({ text })]
    expect(await facts.answerTo(() => facts.evidence(entry, source, anchored))).toBe('accepted')
  })

  test('that is not in the stored text is refused, also when it comes by a change', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source({ text })]
    const other = { ...anchored, quote: 'practically doubled' }
    expect(await facts.answerTo(() => facts.evidence(entry, source, other))).toBe('EN006')
    const id = await facts.evidence(entry, source, anchored)
    expect(await facts.answerTo(() => facts.update('evidence', id, other))).toBe('EN006')
  })

  test('of a stored text has its place', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source({ text })]
    expect(await facts.answerTo(() => facts.evidence(entry, source, { quote: anchored.quote }))).toBe('EN006')
  })

  test('of a text that is not stored stands as it was typed; evidence without one is a page reference', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source()]
    expect(await facts.answerTo(() => facts.evidence(entry, source, { quote: 'any words' }))).toBe('accepted')
    expect(await facts.answerTo(() => facts.evidence(entry, source, { locator: '¶22' }))).toBe('accepted')
  })

  test.each([
    ['a beginning and no end', { quote: 'x', starts_at: 1 }, 'anchor_is_whole'],
    ['an end and no beginning', { quote: 'x', ends_at: 1 }, 'anchor_is_whole'],
    ['an end before its beginning', { quote: 'x', starts_at: 2, ends_at: 2 }, 'anchor_is_whole'],
    ['a beginning before the text', { quote: 'x', starts_at: -1, ends_at: 2 }, 'anchor_is_whole'],
    ['a place and no words', { starts_at: 1, ends_at: 2 }, 'anchor_has_quote'],
    ['no words but a quote', { quote: '' }, 'quote_not_empty'],
  ])('with %s is refused', async (_, row, constraint) => {
    const [entry, source] = [await facts.draft('statement'), await facts.source()]
    expect(await facts.answerTo(() => facts.evidence(entry, source, row))).toBe(constraint)
  })

  test('counts once for an entry; another passage of the source counts again', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source()]
    await facts.evidence(entry, source, { quote: 'once' })
    expect(await facts.answerTo(() => facts.evidence(entry, source, { quote: 'once' }))).toBe('evidence_once')
    expect(await facts.answerTo(() => facts.evidence(entry, source, { quote: 'twice' }))).toBe('accepted')
    await facts.evidence(entry, source)
    expect(await facts.answerTo(() => facts.evidence(entry, source))).toBe('evidence_once')
  })

  test('ties an entry, a source and a speaker that exist', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source()]
    expect(await facts.answerTo(() => facts.evidence(999_999, source))).toBe('evidence_entry_id_fkey')
    expect(await facts.answerTo(() => facts.evidence(entry, 999_999))).toBe('evidence_source_id_fkey')
    const speaker = { speaker_id: 999_999 }
    expect(await facts.answerTo(() => facts.evidence(entry, source, speaker))).toBe('evidence_speaker_id_fkey')
  })
})
