import { Glyph, type GlyphName, glyph } from './glyph'
import { html, type Markup, type Piece } from './markup'

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'quiet'

/** A state told by shape and word; the tone only repeats it in colour. */
export const status = (shape: GlyphName, tone: Tone, word: Piece): Markup =>
  html`<span class="status tone-${tone}">${glyph(shape)}${word}</span>`

/** The same state among elements. */
export function Status({
  glyph: shape,
  tone = 'plain',
  children,
}: {
  glyph: GlyphName
  tone?: Tone
  children: React.ReactNode
}) {
  return (
    <span className={`status tone-${tone}`}>
      <Glyph name={shape} />
      {children}
    </span>
  )
}
