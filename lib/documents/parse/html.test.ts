import { describe, expect, test } from 'vitest'
import { readHtml } from './html'
import { toDay } from './metadata'

const sentence =
  'The volume of trade between Azerbaijan and Kazakhstan has <a href="/x">practically tripled</a> in recent years, the president said, adding that more than twenty documents will be signed.'
const asText = sentence.replace(/<[^>]+>/g, '')
const base = 'https://news.example/2022/08/trade?from=feed'

/** A page as papers make them: much around little. */
const paper = (article: string, head = '') => `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body>
  <header><div class="logo">Daily News</div><nav>${'<a href="/s">Section</a> '.repeat(30)}</nav></header>
  <div class="cookie-banner">We use cookies <button>Accept all</button></div>
  <main><article>${article}</article>
  <div class="share">Share <a href="#">Facebook</a> <a href="#">Telegram</a></div></main>
  <aside class="sidebar related"><h3>Most read</h3><ul>${'<li><a href="/o">Another story of the day that many people read</a></li>'.repeat(12)}</ul></aside>
  <footer>© 2022 Daily News. All rights reserved. ${'<a href="/f">Imprint</a> '.repeat(10)}</footer></body></html>`

describe('the text', () => {
  test('is the article without what stands around it, a paragraph a line', () => {
    const { text } = readHtml(
      paper(`<h1>Trade triples</h1>${`<p>${sentence}</p>\n`.repeat(3)}<p>It ended\n   there.</p>`),
      base,
    )
    expect(text.replace(/^Trade triples\n\n/, '')).toBe([asText, asText, asText, 'It ended there.'].join('\n\n'))
  })

  test('keeps lists, tables, quotations and line breaks as lines', () => {
    const { text } = readHtml(
      paper(
        `${`<p>${sentence}</p>`.repeat(3)}<ul><li>One on transport</li><li>Two on energy</li></ul>
         <table><tr><th>Year</th><th>USD m</th></tr><tr><td>2021</td><td>463.2</td></tr></table>
         <blockquote><p>“We are friends.”</p></blockquote><p>First line<br>second line<br><br>another paragraph of it</p>`,
      ),
      base,
    )
    expect(text).toContain('\n\nOne on transport\nTwo on energy\n\n')
    expect(text).toContain('\n\nYear\tUSD m\n2021\t463.2\n\n')
    expect(text).toContain('\n\n“We are friends.”\n\n')
    expect(text).toContain('\n\nFirst line\nsecond line\n\nanother paragraph of it')
  })

  test('holds nothing of scripts, styles, forms and frames', () => {
    const { text } = readHtml(
      paper(
        `<script>alert('SCRIPT')</script><style>.a { content: 'STYLE' }</style>${`<p>${sentence}</p>`.repeat(3)}
         <noscript>NOSCRIPT</noscript><template>TEMPLATE</template><svg><text>SVG</text></svg>
         <iframe srcdoc="FRAME">FRAME</iframe><p onclick="alert(1)">Last<img src=x onerror="alert(1)"> words of the article.</p>`,
      ),
      base,
    )
    expect(text).not.toMatch(/SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|FRAME|alert/)
    expect(text).toMatch(/Last words of the article\.$/)
  })

  test('of a short notice is found too', () => {
    expect(readHtml(paper('<h1>Visit</h1><p>The president will visit Baku on Monday.</p>'), base).text).toContain(
      'The president will visit Baku on Monday.',
    )
  })

  test('of a page that only a script would fill is what the page tells search engines', () => {
    const body = `${asText}\n\n`.repeat(4).trim()
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`
    expect(
      readHtml(`<html><head>${head}</head><body><div id="root">Loading…</div></body></html>`, base).text,
    ).toContain(asText)
  })

  test('of ten thousand nested elements is found, and in a moment', () => {
    for (const tag of ['div', 'span', 'b', 'table'])
      expect(
        readHtml(`<body>${`<${tag}>`.repeat(10_000)}<p>${sentence}</p>${`</${tag}>`.repeat(10_000)}`, base).text,
      ).toContain(asText)
  })

  test('of a page with more elements than an article has is all that stands there', () => {
    const { text } = readHtml(`<body><nav>Menu</nav>${`<p>${asText}</p>`.repeat(20)}${'<i></i>'.repeat(20_000)}`, base)
    expect(text.split('\n\n')).toHaveLength(20)
  })

  test('that is nowhere is said to be nowhere', () => {
    expect(() => readHtml('<html><body><script>document.write("x")</script></body></html>', base)).toThrow(
      'documentNoText',
    )
    expect(() => readHtml('<div>'.repeat(100_000) + '</p>'.repeat(100_000), base)).toThrow('documentTooHard')
  })
})

describe('what a page says of itself', () => {
  const about = (head: string) => readHtml(paper(`<p>${sentence}</p>`.repeat(3), head), base)

  test('in JSON-LD comes first, with references inside a graph', () => {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', '@id': '#paper', name: 'Daily News' },
        {
          '@type': ['NewsArticle'],
          headline: 'Trade “practically tripled”',
          author: [{ '@type': 'Person', name: 'A. Writer' }, { name: 'B. Writer' }],
          publisher: { '@id': '#paper' },
          datePublished: '2022-08-24T23:30:00+04:00',
        },
      ],
    }
    expect(
      about(
        `<script type="application/ld+json">${JSON.stringify(graph)}</script><meta property="og:title" content="Other">`,
      ),
    ).toMatchObject({
      title: 'Trade “practically tripled”',
      byline: 'A. Writer, B. Writer',
      publisher: 'Daily News',
      publishedOn: '2022-08-24',
      language: 'en',
    })
  })

  test('in Open Graph and meta', () => {
    expect(
      about(`<title>Trade triples | Daily News</title><meta property="og:site_name" content="Daily News">
        <meta name="author" content="By A. Writer"><meta property="article:author" content="https://facebook.com/writer">
        <meta property="article:published_time" content="2022-08-24T08:00:00Z"><link rel="canonical" href="/2022/08/trade">`),
    ).toMatchObject({
      title: 'Trade triples',
      byline: 'A. Writer',
      publisher: 'Daily News',
      publishedOn: '2022-08-24',
      canonicalUrl: 'https://news.example/2022/08/trade',
    })
  })

  test('in Dublin Core and in a time', () => {
    expect(
      about(
        '<meta name="DC.Title" content="Trade &amp; transit"><meta name="DC.Creator" content="Ministry"><meta name="DC.Publisher" content="Office">',
      ),
    ).toMatchObject({ title: 'Trade & transit', byline: 'Ministry', publisher: 'Office', publishedOn: null })
    const timed = paper(
      `<time datetime="2022-08-24">24 August</time><time pubdate datetime="2022-08-25">25</time><p>${sentence}</p>`,
    )
    expect(readHtml(timed, base).publishedOn).toBe('2022-08-25')
  })

  test('is nothing where it says nothing, and no address that is none', () => {
    expect(
      about('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">'),
    ).toMatchObject({
      title: null,
      byline: null,
      publisher: null,
      publishedOn: null,
      canonicalUrl: null,
    })
  })

  test('in broken JSON-LD does no harm', () => {
    const deep = `${'{"@graph":['.repeat(2000)}1${']}'.repeat(2000)}`
    for (const data of [
      '{',
      '[[[[[[[["x"]]]]]]]]',
      '{"@type":"NewsArticle","author":{"@id":"#a"},"publisher":5}',
      deep,
    ])
      expect(about(`<script type="application/ld+json">${data}</script>`).publisher).toBeNull()
  })
})

test.each([
  ['2022-08-24', '2022-08-24'],
  ['2022-08-24T23:59:59-11:00', '2022-08-24'],
  ['20220824', '2022-08-24'],
  ['2022/08/24 10:00', '2022-08-24'],
  ['Wed, 24 Aug 2022 10:00:00 GMT', '2022-08-24'],
  ['August 24, 2022', '2022-08-24'],
  ['24 August 2022, 08:27 (UTC +04:00)', '2022-08-24'],
  ['24.08.2022', '2022-08-24'],
  ['2022', null],
  ['August 2022', null],
  ['2022-13-40', null],
  ['yesterday', null],
  ['', null],
])('the day %s is %s', (written, day) => {
  expect(toDay(written)).toBe(day)
})
