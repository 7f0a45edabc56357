import { describe, expect, test } from 'vitest'
import { type Actor, anonymousActor } from '@/lib/auth/actor'
import { correctEntry, createEntry } from '@/lib/entries/mutations'
import { publishEntry, retireEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { showText } from '@/lib/sources/audience/mutations'
import { getAudience } from '@/lib/sources/audience/queries'
import { fresh, openDesk } from '@/scripts/tests/desk'
import type { Marked } from './marks/rules'
import { getLibrary, getSourcePage } from './queries'
import { LibraryFilters } from './schema'

const desk = await openDesk()
const { editor, reviewer, reader } = desk
const now = { known: null, edition: null }

async function published(input: EntryInput) {
  const draft = await createEntry(editor, input)
  await publishEntry(reviewer, draft.id, 1)
  return draft.rootId
}
const listed = async (actor: Actor, asked: Record<string, string>) =>
  (await getLibrary(actor, LibraryFilters.parse(asked))).lines
const finds = async (actor: Actor, asked: Record<string, string>, id: number) =>
  (await listed(actor, asked)).some((line) => line.id === id)
const wordsOf = (marked: readonly Marked[]): string =>
  marked.map((m) => (typeof m === 'string' ? m : `[${m.number} ${wordsOf(m.inside)}]`)).join('')

/** A text nobody else's test holds, with an event and a statement on two of its sentences. */
async function article(extra: object = {}) {
  const word = fresh('zephyr')
  const text = `Officials met in Baku. Cargo of ${word} doubled. ${'Nothing more was told by anybody. '.repeat(30)}They parted.`
  const source = await desk.source({ text, title: `Meeting ${fresh('')}`, ...extra })
  const quote = `Cargo of ${word} doubled`
  return { word, text, source, quote, evidence: [{ source, quote, startsAt: text.indexOf(quote) }] }
}

describe('a source is shown to readers', () => {
  test('once something published rests on it; the desk sees it before', async () => {
    const { source, evidence } = await article()
    const draft = await createEntry(editor, desk.event({ evidence }))
    expect(await getSourcePage(anonymousActor, source, now)).toBeNull()
    expect((await getSourcePage(editor, source, now))?.passages).toEqual([])
    await publishEntry(reviewer, draft.id, 1)
    expect((await getSourcePage(anonymousActor, source, now))?.passages).toHaveLength(1)
  })

  test('never because of what is internal, was internal later, or was retired', async () => {
    for (const hide of ['internal', 'later', 'retired'] as const) {
      const { source, evidence } = await article()
      const input = desk.event({ evidence, internal: hide === 'internal' })
      const root = await published(input)
      if (hide === 'later') {
        const next = await correctEntry(editor, root, 1, 'It is confidential', { ...input, internal: true })
        await publishEntry(reviewer, next.id, next.revision)
      }
      if (hide === 'retired') await retireEntry(reviewer, root, 1, 'It was wrong')
      expect(await getSourcePage(anonymousActor, source, now), hide).toBeNull()
      expect(await getSourcePage(reader, source, now), hide).toBeNull()
      expect(await finds(reader, {}, source), hide).toBe(false)
    }
  })

  test('not by an edition before it, nor by what the world knew before it appeared', async () => {
    const { source, evidence } = await article()
    await published(desk.event({ evidence }))
    expect(await getSourcePage(anonymousActor, source, { ...now, edition: '2020-01-01' })).toBeNull()
    expect(await getSourcePage(anonymousActor, source, { ...now, known: '2023-04-10' })).toBeNull()
    expect(await getSourcePage(anonymousActor, source, { ...now, known: '2023-04-11' })).not.toBeNull()
  })
})

describe('the text of a source', () => {
  test('is the desk’s alone until somebody decides otherwise; others see its quotes with a few words around', async () => {
    const { source, evidence, text, quote } = await article()
    await published(desk.event({ evidence }))
    const pageFor = async (actor: Actor) => (await getSourcePage(actor, source, now))!
    const shownTo = async () =>
      Promise.all([anonymousActor, reader, editor].map(async (a) => (await pageFor(a)).showing))

    expect(await shownTo()).toEqual(['excerpts', 'excerpts', 'whole'])
    const excerpt = wordsOf((await pageFor(anonymousActor)).pieces[0]!.marks)
    expect(excerpt).toContain(`[1 ${quote}]`)
    expect(excerpt.length).toBeLessThan(200)
    expect(wordsOf((await pageFor(editor)).pieces[0]!.marks)).toBe(text.replace(quote, `[1 ${quote}]`))

    await showText(editor, { source, audience: 'members', revision: 0 })
    expect(await shownTo()).toEqual(['excerpts', 'whole', 'whole'])
    await showText(editor, { source, audience: 'everyone', revision: 1 })
    expect(await shownTo()).toEqual(['whole', 'whole', 'whole'])
    expect(await getAudience(editor, source)).toEqual({ audience: 'everyone', revision: 2 })
  })

  test('is decided on by editors, once for each state of the page', async () => {
    const { source } = await article()
    const said = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error) => error.code,
      )
    expect(await said(showText(reader, { source, audience: 'everyone', revision: 0 }))).toBe('notAllowed')
    expect(await said(showText(editor, { source: desk.bulletin, audience: 'everyone', revision: 0 }))).toBe('notFound')
    const both = [0, 0].map(() => said(showText(editor, { source, audience: 'everyone', revision: 0 })))
    expect((await Promise.all(both)).sort()).toEqual(['conflict', 'done'])
  })

  test('is searched only by whom may read it', async () => {
    const { source, word } = await article()
    const other = `Officials met in Baku`
    await published(desk.event({ evidence: [{ source, quote: other, startsAt: 0 }] }))
    expect(await finds(anonymousActor, { q: word }, source)).toBe(false)
    expect(await finds(anonymousActor, { q: `baku -${word}` }, source)).toBe(true)
    expect(await finds(editor, { q: word }, source)).toBe(true)
    await showText(editor, { source, audience: 'everyone', revision: 0 })
    const [line] = await listed(anonymousActor, { q: word })
    expect(line).toMatchObject({ id: source, snippets: [expect.arrayContaining([expect.stringContaining('zephyr')])] })
  })
})

describe('a search', () => {
  test('finds a quote in any form of its words, but not a quote of a draft', async () => {
    const word = fresh('gryphon')
    const source = await desk.source()
    const said = (quote: string) => desk.event({ evidence: [{ source, quote }] })
    await createEntry(editor, said(`the ${word} of drafts`))
    await published(said(`their ${word} deliveries doubled`))
    const [line, ...rest] = await listed(anonymousActor, { q: `${word} doubling` })
    expect([line?.id, rest]).toEqual([source, []])
    expect(line!.snippets[0]!.filter((_, i) => i % 2).join(' ')).toContain('doubled')
    expect(await finds(anonymousActor, { q: `${word} drafts` }, source)).toBe(false)
  })

  test('shows markup in titles and quotes as the text it is', async () => {
    const word = fresh('basilisk')
    const title = `<b>${word}</b> \uE000 & <script>alert(1)</script>`
    const source = await desk.source({ title })
    await published(desk.event({ evidence: [{ source }] }))
    const [line] = await listed(anonymousActor, { q: word })
    expect(line!.title.join('')).toBe(title.replace('\uE000', ''))
    expect(line!.title[0]).toBe('<b>')
  })

  test.each(['"', '((', 'a & | !', "'; drop table source; --", '\\', ':*', 'the', '🙂', '-', '"unclosed or -x'])(
    'for %s is answered',
    async (q) => {
      await expect(getLibrary(anonymousActor, LibraryFilters.parse({ q }))).resolves.toMatchObject({})
    },
  )

  test('for nothing but words that every text holds says so', async () => {
    expect(await getLibrary(anonymousActor, LibraryFilters.parse({ q: '- "' }))).toMatchObject({
      nothingAsked: true,
      found: 0,
    })
  })
})

describe('the list', () => {
  test('goes on page by page without leaving out or repeating a source', async () => {
    const word = fresh('wyvern')
    const made: number[] = []
    for (let i = 0; i < 28; i++) {
      const source = await desk.source({
        title: `${word} ${i}`,
        language: i % 2 ? 'en' : 'ru',
        publishedOn: i % 3 ? '2023-04-11' : null,
      })
      await published(desk.event({ evidence: [{ source }] }))
      made.push(source)
    }
    for (const asked of [{ q: word }, {}] as Record<string, string>[]) {
      const met: number[] = []
      let after: string | null = ''
      while (after !== null) {
        const page = await getLibrary(anonymousActor, LibraryFilters.parse(after ? { ...asked, after } : asked))
        met.push(...page.lines.map((line) => line.id))
        after = page.next
      }
      expect(new Set(met).size).toBe(met.length)
      expect(made.filter((id) => !met.includes(id))).toEqual([])
      if (asked.q) expect(met).toHaveLength(made.length)
    }
    const russian = await getLibrary(anonymousActor, LibraryFilters.parse({ q: word, language: 'ru' }))
    expect(russian.found).toBe(14)
    expect((await getLibrary(anonymousActor, LibraryFilters.parse({ q: word, year: '2023' }))).found).toBe(18)
  }, 60_000)

  test('is narrowed by publisher, relation and stored text, and counts what each contributed', async () => {
    const { source, evidence } = await article()
    await published(desk.event({ evidence }))
    await published(desk.event({ evidence }))
    const mine = async (asked: Record<string, string>) =>
      (await listed(anonymousActor, asked)).find((line) => line.id === source)
    expect(await mine({ publisher: 'kaz' })).toMatchObject({ counts: [{ kind: 'event', count: 2 }], stored: true })
    expect(await mine({ publisher: 'aze' })).toBeUndefined()
    expect(await mine({ relation: 'aze-kaz', text: 'stored' })).toBeDefined()
    expect(await mine({ relation: 'aze-geo' })).toBeUndefined()
    expect(await mine({ text: 'none' })).toBeUndefined()
  })
})

describe('the page of a source', () => {
  test('numbers its quotes in the order of the text, the same place once, with all that rests on it', async () => {
    const { source, evidence, text } = await article()
    const first = { source, quote: 'Officials met in Baku', startsAt: 0 }
    const overlapping = { source, quote: text.slice(10, 40), startsAt: 10 }
    const [a, b] = [await published(desk.event({ evidence })), await published(desk.event({ evidence }))]
    const c = await published(desk.event({ evidence: [overlapping, first] }))
    const page = (await getSourcePage(editor, source, now))!
    expect(page.passages.map((p) => [p.number, p.rests.map((r) => r.entry)])).toEqual([
      [1, [c]],
      [2, [c]],
      [3, [a, b]],
    ])
    expect(page.anchors[1]).toBe('quote-0-21')
    expect(page.counts).toEqual([{ kind: 'event', count: 3 }])
  })

  test('leads to its other states and to who carried it, past those that are not shown', async () => {
    const one = await desk.source()
    const second = await desk.source({ previousId: one })
    const third = await desk.source({ previousId: second })
    const carried = await desk.source({ carriedFromId: one })
    for (const source of [one, third, carried]) await published(desk.event({ evidence: [{ source }] }))
    const page = (await getSourcePage(anonymousActor, one, now))!
    expect(page.newer.map((s) => s.id)).toEqual([third])
    expect(page.carriedBy.map((s) => s.id)).toEqual([carried])
    const last = (await getSourcePage(anonymousActor, third, now))!
    expect(last.older.map((s) => s.id)).toEqual([one])
    expect((await getSourcePage(anonymousActor, carried, now))!.carriedFrom?.id).toBe(one)
    expect((await getSourcePage(editor, third, now))!.older.map((s) => s.id)).toEqual([second, one])
  })

  test('says which of its figures do not add up with what is stored', async () => {
    const source = await desk.source()
    const scope = fresh('scope')
    const figure = (
      starts: string,
      ends: string,
      value: string,
      quote: string,
      series: object = {},
      unit: object = {},
    ) =>
      published(
        desk.observation({
          series: { indicator: desk.indicator.code, about: 'aze-kaz', reporter: 'kaz', unit: 'USD', scope, ...series },
          quantity: { value, valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact', ...unit },
          period: { starts, ends, words: null },
          evidence: [{ source, quote }],
        }),
      )
    await figure('2021-01-01', '2022-01-01', '400000000', '400.0 million dollars')
    await figure('2022-01-01', '2023-01-01', '529400000', '529.4 million dollars')
    await figure(
      '2022-01-01',
      '2023-01-01',
      '14.3',
      'grew by 14.3 percent',
      { measure: 'change', unit: 'PCT' },
      { unitMult: 0 },
    )
    const page = (await getSourcePage(anonymousActor, source, now))!
    expect(page.doubts.map((d) => d.text)).toEqual([
      expect.stringMatching(/14\.3 %.*\$529\.4 m.*2022.*\$463\.2 m.*2021.*\$400/),
    ])
  })
})
