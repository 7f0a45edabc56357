import { expect, test } from 'vitest'
import { readFeed } from './rules'

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
