import { Glyph, type GlyphName } from './glyph'

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'quiet'

/** A state told by shape and word; the tone only repeats it in colour. */
export function Status({
  glyph,
  tone = 'plain',
  children,
}: {
  glyph: GlyphName
  tone?: Tone
  children: React.ReactNode
}) {
  return (
    <span className={`status tone-${tone}`}>
      <Glyph name={glyph} />
      {children}
    </span>
  )
}
