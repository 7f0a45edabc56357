import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { Html } from './html'
import { data, html } from './markup'

const key = Symbol.for('entente.texts')
const held = globalThis as { [key]?: () => Map<string, string> | null }
const long = html`<li>${'Turnover & more '.repeat(30)}</li>`

afterEach(() => {
  delete held[key]
})

test('in a document the text is written into the HTML, and what is handed to the browser beside it holds a name', () => {
  const texts = new Map<string, string>()
  held[key] = () => texts
  const element = Html({ as: 'ul', className: 'rows', markup: long })
  expect(JSON.stringify(element.props)).not.toContain('Turnover')
  expect(renderToStaticMarkup(element)).toBe(`<ul class="rows" data-written="0">${long.text}</ul>`)
})

test('parts of one document have names of their own', () => {
  const texts = new Map<string, string>()
  held[key] = () => texts
  const two = [Html({ markup: long }), Html({ markup: html`${long}${long}` })]
  expect(two.map((element) => renderToStaticMarkup(element))).toEqual([
    `<div data-written="0">${long.text}</div>`,
    `<div data-written="1">${long.text}${long.text}</div>`,
  ])
})

test('a text that is lost fails the page instead of leaving it empty', () => {
  const texts = new Map<string, string>()
  held[key] = () => texts
  const element = Html({ markup: long })
  texts.clear()
  expect(() => renderToStaticMarkup(element)).toThrow('not there')
})

test.each([
  ['where only a part of a page is sent', () => null],
  ['where nobody holds texts', undefined],
])('%s the text itself is handed over', (_, texts) => {
  if (texts) held[key] = texts
  expect(JSON.stringify(Html({ markup: long }).props)).toContain('Turnover')
})

test('data in a page cannot end their element', () => {
  const told = { text: '</script><script>alert(1)</script><!--' }
  const { text } = data('d', told)
  expect(text.match(/<\/script/g)).toHaveLength(1)
  expect(text).not.toContain('<!--')
  expect(JSON.parse(text.replace(/^<script[^>]*>|<\/script>$/g, ''))).toEqual(told)
})
