import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './markup'

test('what is put in is text, whatever it looks like', () => {
  expect(html`<p title="${'"><script>'}">${'<b>&'}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p>',
  )
})

test('markup goes into markup as it is', () => {
  expect(html`<ul>${['a', '<'].map((word) => html`<li>${word}</li>`)}</ul>`.text).toBe(
    '<ul><li>a</li><li>&lt;</li></ul>',
  )
})

test('nothing is written for null, undefined and false, but zero is', () => {
  expect(html`<i>${null}${undefined}${false}${0}</i>`.text).toBe('<i>0</i>')
})

test('an object that only looks like markup is escaped', () => {
  expect(html`${{ text: '<b>' } as never}`.text).not.toContain('<b>')
})

test('line breaks and indents of the template are not sent, spaces within a line and in values are', () => {
  expect(
    html`
    <p>
      a ${'b\n  c'} d
    </p>
  `.text,
  ).toBe('<p>a b\n  c d</p>')
})

test('no value can open or close a tag or leave its attribute', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const { text } = html`<a title="${value}">${value}</a>`
      expect(text.match(/[<>]/g)).toHaveLength(4)
      expect(text.match(/"/g)).toHaveLength(2)
    }),
  )
})
