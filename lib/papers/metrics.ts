/** Sizes of a page of paper in points: what the PDF is set in, and what its length is reckoned from. */
export const page = { width: 595.28, height: 841.89, top: 52, bottom: 62, side: 56 }
export const inner = page.width - 2 * page.side

export const type = {
  text: { size: 9.2, leading: 13 },
  cell: { size: 8.3, leading: 11 },
  value: { size: 11, leading: 13 },
  note: { size: 7.1, leading: 9.2 },
}

export const title = { size: 23, leading: 28 }
/** Between columns, and where the text of a list or of a note begins. */
export const gaps = { cell: 10, notes: 18, figures: 14, list: 11, note: 15 }
/** Heights of a chart by its width. */
export const ratios = { wide: 0.42, half: 0.72 }
