/**
 * HTML as text, for what a page shows many times over. An element written in JSX is made three times for a page that
 * is sent once: as a tree, as HTML and as data for the script; a list as one text costs a tenth of that.
 */
class SafeText {
  constructor(readonly text: string) {}
}

/** HTML in which everything that came from outside is escaped. Only `html` makes it. */
export type Markup = SafeText
export type Piece = string | number | Markup | null | undefined | false | readonly Piece[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => entities[c]!) : text)

function written(piece: Piece): string {
  if (piece instanceof SafeText) return piece.text
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(written).join('')
  return piece === null || piece === undefined || piece === false ? '' : escaped(String(piece))
}

// Templates are written over several lines to be read; the breaks and indents are not sent.
const dense = new WeakMap<TemplateStringsArray, string[]>()
function densely(strings: TemplateStringsArray): string[] {
  let found = dense.get(strings)
  if (!found) {
    found = strings.map((s) => s.replace(/\n\s*/g, ''))
    dense.set(strings, found)
  }
  return found
}

/**
 * A piece of HTML. Whatever is put into the template is escaped, unless it is markup itself; lists are joined;
 * null, undefined and false are left out. Attributes must stand in double quotes, and no value may stand where a
 * script, a style or the name of an attribute is expected.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const parts = densely(strings)
  let text = parts[0]!
  for (let i = 0; i < pieces.length; i++) text += written(pieces[i]) + parts[i + 1]!
  return new SafeText(text)
}

/** Data that a script of the page reads from the element with this id. No text in it can end the element. */
export function data(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(/</g, '\\u003c')
  return new SafeText(`<script type="application/json" id="${escaped(id)}">${json}</script>`)
}

/** Markup of a row, made once for as long as the row is kept. */
export function onceFor<T extends object>(write: (row: T) => Markup): (row: T) => Markup {
  const made = new WeakMap<T, Markup>()
  return (row) => {
    let markup = made.get(row)
    if (!markup) {
      markup = write(row)
      made.set(row, markup)
    }
    return markup
  }
}
