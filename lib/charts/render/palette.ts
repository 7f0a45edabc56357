/** The colours of a picture, three bytes each, and for every pixel which of them it has. */
export type Palette = { colors: Uint8Array; indices: Uint8Array }

const most = 256
/** Colours that share the upper four bits of each channel are hard to tell apart; a canvas keeps blue uppermost. */
const cellOf = (color: number) => color & 0x00f0f0f0

/**
 * The pixels of a picture (opaque RGBA, aligned to four bytes as a canvas gives them) by at most 256 colours. Exact
 * where it has no more. A chart has a few inks and hundreds of shades where letters and lines are smoothed: a shade then
 * takes the commonest colour that differs from it by less than 16 of 255 in each channel.
 * @returns null where even so there are too many: a picture of another kind
 */
export function toPalette(pixels: Uint8Array): Palette | null {
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2)
  const counts = countColors(whole)
  const exact = counts.size <= most
  const places = new Map<number, number>()
  const chosen = exact ? [...counts.keys()] : commonest(counts)
  if (chosen.length > most) return null
  chosen.forEach((color, place) => {
    places.set(exact ? color : cellOf(color), place)
  })

  const indices = new Uint8Array(whole.length)
  let before = whole[0]
  let place = places.get(exact ? before! : cellOf(before!))!
  for (let at = 0; at < whole.length; at++) {
    const color = whole[at]!
    if (color !== before) {
      before = color
      place = places.get(exact ? color : cellOf(color))!
    }
    indices[at] = place
  }
  const colors = new Uint8Array(chosen.length * 3)
  chosen.forEach((color, i) => {
    colors.set([color & 255, (color >> 8) & 255, (color >> 16) & 255], i * 3)
  })
  return { colors, indices }
}

/** How many pixels each colour has. Neighbours are mostly alike, so they are counted by runs. */
function countColors(whole: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (let at = 0; at < whole.length; ) {
    const color = whole[at]!
    const from = at++
    while (at < whole.length && whole[at] === color) at++
    counts.set(color, (counts.get(color) ?? 0) + at - from)
  }
  return counts
}

/** Of each cell the colour that most pixels have. */
function commonest(counts: ReadonlyMap<number, number>): number[] {
  const best = new Map<number, { color: number; count: number }>()
  for (const [color, count] of counts) {
    const there = best.get(cellOf(color))
    if (!there || count > there.count) best.set(cellOf(color), { color, count })
  }
  return [...best.values()].map(({ color }) => color)
}
