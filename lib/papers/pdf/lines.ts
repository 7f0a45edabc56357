import { type Face, inFonts } from './faces'

/** Words in one look; where they lead, if anywhere. */
export type Stretch = {
  text: string
  face: Face
  size: number
  color: string
  /** Points above the line on which the rest stands. */
  rise?: number
  /** Number of the note it refers to. */
  note?: number
  url?: string
}
export type Piece = Omit<Stretch, 'face'> & { font: string; width: number }
export type Line = { pieces: Piece[]; width: number }

export type Measure = (text: string, font: string, size: number) => number

type Token = { pieces: Piece[]; width: number; inked: number }

const measured = (stretch: Stretch, text: string, measure: Measure): Piece[] =>
  inFonts(text, stretch.face).map(({ text: own, font }) => {
    const { face: _, ...rest } = stretch
    return { ...rest, text: own, font, width: measure(own, font, stretch.size) }
  })

/** Between words, and in an address after its separators. */
const words = /\S+\s*|\s+/g
const partsOfUrl = /[^/?&=_.-]+[/?&=_.-]*|[/?&=_.-]+/g

function toTokens(stretches: readonly Stretch[], measure: Measure): Token[] {
  const tokens: Token[] = []
  let open = false
  for (const stretch of stretches)
    for (const word of stretch.text.match(stretch.url ? partsOfUrl : words) ?? []) {
      const pieces = measured(stretch, word, measure)
      const width = pieces.reduce((sum, p) => sum + p.width, 0)
      const blank = /\s+$/.exec(word)?.[0] ?? ''
      const inked = width - (blank ? measure(blank, pieces.at(-1)!.font, stretch.size) : 0)
      const last = tokens.at(-1)
      if (open && last) {
        last.pieces.push(...pieces)
        last.inked = last.width + inked
        last.width += width
      } else tokens.push({ pieces, width, inked })
      open = !blank && !stretch.url
    }
  return tokens
}

/** Letters of a word that is wider than the line. */
function broken(token: Token, most: number, measure: Measure): Token[] {
  if (token.inked <= most) return [token]
  return token.pieces.flatMap((piece) =>
    [...piece.text].map((letter): Token => {
      const width = measure(letter, piece.font, piece.size)
      return { pieces: [{ ...piece, text: letter, width }], width, inked: width }
    }),
  )
}

/** Words in lines of at most a width; neighbours of one look are one piece, so that they are copied as one. */
export function toLines(stretches: readonly Stretch[], most: number, measure: Measure): Line[] {
  const lines: Line[] = []
  let line: Line = { pieces: [], width: 0 }
  for (const token of toTokens(stretches, measure).flatMap((t) => broken(t, most, measure))) {
    if (line.pieces.length && line.width + token.inked > most + 0.01) {
      lines.push(line)
      line = { pieces: [], width: 0 }
    }
    for (const piece of token.pieces) join(line, piece)
    line.width += token.width
  }
  if (line.pieces.length) lines.push(line)
  return lines
}

function join(line: Line, piece: Piece): void {
  const last = line.pieces.at(-1)
  const alike =
    last &&
    last.font === piece.font &&
    last.size === piece.size &&
    last.color === piece.color &&
    last.note === piece.note &&
    last.url === piece.url &&
    last.rise === piece.rise
  if (!alike) line.pieces.push({ ...piece })
  else {
    last.text += piece.text
    last.width += piece.width
  }
}
