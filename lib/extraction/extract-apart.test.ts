import { expect, test } from 'vitest'
import { extract } from './extract'
import { extractApart } from './extract-apart'

const options = { date: '2023-03-01', pair: ['AZE', 'KAZ'] as [string, string], language: 'en' }
const sentence = 'Trade between Azerbaijan and Kazakhstan reached $529.4 million in 2022, the minister said. '

test('a long text holds up nobody, and gives what it gives anywhere', async () => {
  const text = sentence.repeat(300)
  let answered = 0
  const others = setInterval(() => answered++, 1)
  const read = await extractApart(text, options)
  clearInterval(others)
  expect(answered).toBeGreaterThan(0)
  expect(read).toEqual(extract(text, options))
  expect(read.candidates.length).toBeGreaterThanOrEqual(300)
})

test('an article is read where it is', async () => {
  expect(await extractApart(sentence, options)).toEqual(extract(sentence, options))
})
