import { Glyph, glyph } from './glyph'
import { html, type Markup, type Piece } from './markup'

/** More, on demand, without a script. */
export const disclosure = (summary: Piece, body: Piece): Markup => html`
  <details class="disclosure">
    <summary>${glyph('next')}${summary}</summary>
    <div class="disclosure-body">${body}</div>
  </details>`

/** The same among elements. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: React.ReactNode
  open?: boolean
  children: React.ReactNode
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Glyph name="next" />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
