import { Html } from './html'
import { html, type Markup } from './markup'

const line = (d: string) => html`<path d="${d}" fill="none" stroke="currentColor" stroke-width="1.75"/>`
const solid = (d: string) => html`<path d="${d}"/>`
const ring = html`<circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="2"/>`

/**
 * The shapes that stand beside a word of status. Drawn once per page in a sprite, then used by reference:
 * a row of a table costs forty bytes instead of a path.
 */
const shapes = {
  up: solid('M8 2.5 14 13H2z'),
  down: solid('M8 13.5 2 3h12z'),
  flat: solid('M2 6.25h12v3.5H2z'),
  target: solid('M8 1.5 14.5 8 8 14.5 1.5 8z'),
  open: ring,
  under: html`${ring}${solid('M8 2.75a5.25 5.25 0 0 1 0 10.5z')}`,
  done: html`<circle cx="8" cy="8" r="6.25"/>`,
  ended: line('m3.5 3.5 9 9m0-9-9 9'),
  late: line('M8 4.5V8l2.5 2M8 2.75a5.25 5.25 0 1 1 0 10.5 5.25 5.25 0 0 1 0-10.5z'),
  doubt: line('M5 5.5C5 3.6 6.3 2.5 8 2.5s3 1 3 2.7c0 2.2-3 2.3-3 4.8M8 12.25v1.5'),
  clash: line('M2 5.5h12M2 10.5h12M11 2 5 14'),
  quote: solid(
    'M2 12.5V9C2 6 3.5 4 6.5 3.5v2C5 6 4.5 7 4.5 8h2v4.5zm7 0V9c0-3 1.5-5 4.5-5.5v2C12 6 11.5 7 11.5 8h2v4.5z',
  ),
  page: line('M3.5 1.75h6l3 3v9.5h-9zM9.5 1.75v3h3'),
  close: line('m3 3 10 10M13 3 3 13'),
  out: line('M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.5 2.5 7.5 8.5'),
  link: line('M6.5 9.5 9.5 6.5M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2'),
  next: line('m6 3 5 5-5 5'),
  event: solid('M4 14.5v-13h8.5l-2 3.25 2 3.25H5.5v6.5z'),
} as const

export type GlyphName = keyof typeof shapes

const sprite = html`${Object.entries(shapes).map(
  ([name, shape]) => html`<symbol id="g-${name}" viewBox="0 0 16 16" fill="currentColor">${shape}</symbol>`,
)}`

/** The drawings themselves; the root layout places them once. */
export function GlyphSprite() {
  return <Html as="svg" className="sprite" aria-hidden="true" markup={sprite} />
}

/** One shape, the size of the text around it. Always beside a word: it is hidden from assistive technology. */
export const glyph = (name: GlyphName): Markup =>
  html`<svg class="glyph" aria-hidden="true"><use href="#g-${name}"/></svg>`

/** The same shape among elements. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="glyph" aria-hidden="true">
      <use href={`#g-${name}`} />
    </svg>
  )
}
