import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RevisionLine } from '../schema'
import { toAtom } from './rules'

const line = (text: string): RevisionLine => ({
  act: 'corrected',
  at: '2026-11-28T00:00:00.000Z',
  dayText: '28 Nov 2026',
  timeText: '00:00',
  version: 2,
  claim: { entry: 7, href: '/relations/aze-kaz/entries/7', text, quoted: true },
  historyHref: '/relations/aze-kaz/entries/7#entry-7-record',
  kindText: 'Event',
  text,
  whose: null,
  why: text,
  fields: [],
  source: text,
})
const words = {
  title: 'What changed',
  lang: 'en',
  self: 'https://example.test/relations/aze-kaz/changes.atom',
  page: 'https://example.test/relations/aze-kaz/changes',
  origin: 'https://example.test',
  headline: (l: RevisionLine) => l.claim.text,
  summary: (l: RevisionLine) => l.text,
}

test('a feed names each change for good, by its entry, version and what happened', () => {
  const feed = toAtom([line('Visit')], words, '1970-01-01T00:00:00.000Z')
  expect(feed).toContain('<id>https://example.test/relations/aze-kaz/entries/7#version-2-corrected</id>')
  expect(feed).toContain('<updated>2026-11-28T00:00:00.000Z</updated>')
})

test('a feed in which nothing changed is a feed', () => {
  expect(toAtom([], words, '1970-01-01T00:00:00.000Z')).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})

test('no text breaks out of its element, and none holds what XML forbids', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const title = /<entry>[\s\S]*?<title>([\s\S]*?)<\/title>/.exec(toAtom([line(text)], words, ''))![1]!
      expect(title).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/)
      expect([...title].some((c) => (c < ' ' && !'\t\n\r'.includes(c)) || /^[\ud800-\udfff]$/.test(c))).toBe(false)
    }),
  )
})
