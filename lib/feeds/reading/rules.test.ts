import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainWords, readFeed } from './rules'

const at = 'https://news.example/feeds/all.xml'
const read = (text: string) => readFeed(text, at)

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>News &amp; views</title><link>https://news.example</link>
<description>All</description><language>en-GB</language>
<item><title>Baku and Astana sign</title><link>/2022/08/24/signed</link><guid isPermaLink="false">n-1</guid>
<description><![CDATA[<p>Presidents <b>signed</b> a&nbsp;declaration.</p><script>alert(1)</script>]]></description>
<pubDate>Wed, 24 Aug 2022 21:30:00 +0400</pubDate></item>
<item><title>No identity</title></item><item><link>https://news.example/no-title</link></item></channel></rss>`

describe('a feed is read', () => {
  test('in RSS: words without markup, whole addresses, days, the language of the feed', () => {
    expect(read(rss)).toEqual({
      title: 'News & views',
      entries: [
        {
          guid: 'n-1',
          title: 'Baku and Astana sign',
          url: 'https://news.example/2022/08/24/signed',
          summary: 'Presidents signed a declaration.',
          byline: null,
          publishedOn: '2022-08-24',
          language: 'en',
        },
      ],
    })
  })

  test('in Atom', () => {
    const { title, entries } =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Новости</title><id>urn:x</id><updated>2022-08-24T00:00:00Z</updated>
      <entry><id>urn:x:1</id><title type="html">Казахстан &amp;amp; Азербайджан</title><updated>2022-08-25T23:59:00Z</updated>
      <link rel="self" href="https://news.example/self"/><link rel="alternate" href="https://news.example/1"/><author><name>A. B.</name></author><summary>Кратко</summary></entry></feed>`)
    expect(title).toBe('Новости')
    expect(entries).toMatchObject([
      {
        guid: 'urn:x:1',
        title: 'Казахстан & Азербайджан',
        url: 'https://news.example/1',
        publishedOn: '2022-08-25',
        byline: 'A. B.',
        summary: 'Кратко',
      },
    ])
  })

  test('in JSON Feed', () => {
    const item = {
      id: '7',
      url: 'https://news.example/7',
      title: 'Seven',
      content_text: 'Text',
      date_published: '2022-08-24T10:00:00Z',
    }
    expect(
      read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [item] })),
    ).toMatchObject({
      title: 'J',
      entries: [
        { guid: '7', title: 'Seven', url: 'https://news.example/7', summary: 'Text', publishedOn: '2022-08-24' },
      ],
    })
  })

  test('in RDF (RSS 1.0)', () => {
    const { entries } =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example"><title>R</title><link>https://news.example</link><description>d</description></channel>
      <item rdf:about="https://news.example/r1"><title>One</title><link>https://news.example/r1</link><dc:date>2022-08-24</dc:date></item></rdf:RDF>`)
    expect(entries).toMatchObject([{ guid: 'https://news.example/r1', title: 'One', publishedOn: '2022-08-24' }])
  })
})

describe('what a feed cannot be trusted with', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body>News</body></html>'],
    ['other JSON', '{"items": 5}'],
    ['XML that breaks off', '<rss version="2.0"><channel><title>'],
  ])('%s is no feed, or an empty one', (_, text) => {
    try {
      expect(read(text).entries).toEqual([])
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid', faults: [{ field: 'url', code: 'notAFeed' }] })
    }
  })

  test('entities that unfold into each other are not unfolded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${i ? `&b${i - 1};`.repeat(10) : '&a;'.repeat(10)}">`).join('')}]>
      <rss version="2.0"><channel><title>&b19;</title><item><title>&b19;</title><guid>1</guid></item></channel></rss>`
    const before = Date.now()
    try {
      expect(JSON.stringify(read(bomb)).length).toBeLessThan(5000)
    } catch (error) {
      expect(error).toMatchObject({ faults: [{ code: 'notAFeed' }] })
    }
    expect(Date.now() - before).toBeLessThan(2000)
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://x', 'http://', `https://x/${'y'.repeat(2000)}`])(
    'the address %.30s is left out',
    (link) => {
      expect(read(rss.replace('/2022/08/24/signed', link)).entries[0]?.url).toBeNull()
    },
  )

  test('identities are as long as the database keeps, and differ where they differ', () => {
    const items = ['a', 'b'].map((end) => `<item><title>T</title><guid>${'x'.repeat(600)}${end}</guid></item>`).join('')
    const { entries } = read(`<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`)
    expect(new Set(entries.map((e) => e.guid)).size).toBe(2)
    expect(entries.every((e) => e.guid.length <= 500)).toBe(true)
  })

  test('of very many entries the first two hundred are read', () => {
    const items = Array.from({ length: 5000 }, (_, i) => `<item><title>T${i}</title><guid>${i}</guid></item>`).join('')
    expect(read(`<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`).entries).toHaveLength(200)
  })

  test('plain words are never longer than asked, hold no NUL and no half characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const words = plainWords(`<p>${text}</p>&#0;&#xD800;`, longest)
        expect((words ?? '').length).toBeLessThanOrEqual(longest)
        expect(words ?? 'none').not.toMatch(/^$|\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
      }),
    )
  })
})

const feed = (inside: string) => `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`
const item = (summary: string) =>
  `<item><title>T</title><guid>1</guid><description><![CDATA[${summary}]]></description></item>`
const half = 1_000_000

test.each([
  ['nested tags', feed('<a>'.repeat(half / 3))],
  ['nested and closed tags', feed(`${'<a>'.repeat(half / 7)}${'</a>'.repeat(half / 7)}`)],
  ['unclosed scripts', feed(item('<script'.repeat(half / 7)))],
  ['signs of tags', feed(item('<'.repeat(half)))],
  ['signs of entities', feed(item('&'.repeat(half)))],
  ['attributes', feed(`<item ${'a="1" '.repeat(half / 6)}><title>T</title></item>`)],
  ['blanks', feed(item(' '.repeat(half)))],
  ['unclosed CDATA', feed('<item><title><![CDATA['.repeat(half / 22))],
  ['brackets of JSON', '['.repeat(half)],
  ['comments', feed('<!--'.repeat(half / 4))],
])('a megabyte of %s is answered', (_, text) => {
  // What is not read in time fails by the limit of every test.
  try {
    readFeed(text, 'https://news.example')
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid' })
  }
})
