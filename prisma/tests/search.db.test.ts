import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()

const finds = async (source: number, words: string, where: 'head' | 'whole' = 'whole') =>
  (
    await facts.one<{ found: boolean }>(
      `select ${where} @@ websearch_to_tsquery(dictionary::regconfig, $2) as found from source_search where source_id = $1`,
      [source, words],
    )
  ).found

describe('a source is searched', () => {
  test.each([
    ['en', 'Trade tripled', 'trading triples'],
    ['ru', 'Торговля выросла втрое', 'торговлей'],
    ['tr', 'Kitaplar yayımlandı', 'kitap'],
    ['az', 'Ticarət dövriyyəsi artdı', 'dövriyyəsi'],
    ['kk', 'Тауар айналымы өсті', 'айналымы'],
  ])('in %s by the words of its title: “%s” by “%s”', async (language, title, words) => {
    expect(await finds(await facts.source({ language, title }), words, 'head')).toBe(true)
  })

  test('by its text in the whole, not in the head', async () => {
    const source = await facts.source({ text: 'Cargo crossed the Caspian.' })
    expect(await finds(source, 'caspian')).toBe(true)
    expect(await finds(source, 'caspian', 'head')).toBe(false)
  })

  test('by its publisher’s name and other names, also those it was given later', async () => {
    const publisher = await facts.entity({ name: 'Trend' })
    const source = await facts.source({ publisher_id: publisher, title: 'Cargo' })
    expect(await finds(source, 'trend cargo')).toBe(true)
    await facts.client.query('insert into entity_alias values ($1, $2)', [publisher, 'News of Baku'])
    expect(await finds(source, '"news of baku"')).toBe(true)
    await facts.update('entity', publisher, { name: 'Report' })
    expect([await finds(source, 'report'), await finds(source, 'trend')]).toEqual([true, false])
    await facts.client.query('delete from entity_alias where entity_id = $1', [publisher])
    expect(await finds(source, 'baku')).toBe(false)
  })

  test('a text of a million different words is stored, and its beginning is found', async () => {
    let text = ''
    for (let i = 0; text.length < 999_000; i++) text += `${i.toString(36).padStart(4, 'ж')} `
    const source = await facts.source({ text })
    expect(await finds(source, 'жжж1')).toBe(true)
  })

  test('a quote by its words, in the language of its source', async () => {
    const [entry, source] = [await facts.draft('statement'), await facts.source({ language: 'ru' })]
    const id = await facts.evidence(entry, source, { quote: 'торговля выросла' })
    const found = await facts.one<{ found: boolean }>(
      `select words @@ to_tsquery('russian', 'торговлю') as found from evidence where id = $1`,
      [id],
    )
    expect(found.found).toBe(true)
  })
})

describe('a text is shown', () => {
  test('only where one is stored', async () => {
    const [stored, bare] = [await facts.source({ text: 'Words.' }), await facts.source()]
    const show = (source_id: number, audience = 'everyone') =>
      facts.client.query('insert into source_audience (source_id, audience) values ($1, $2)', [source_id, audience])
    expect(await facts.answerTo(() => show(stored))).toBe('accepted')
    expect(await facts.answerTo(() => show(bare))).toBe('EN014')
    expect(await facts.answerTo(() => show(999_999))).toBe('EN014')
    expect(await facts.answerTo(() => show(stored, 'nobody'))).toBe('22P02')
  })
})
