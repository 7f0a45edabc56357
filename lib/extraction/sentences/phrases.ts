/** Words and marks of a text, as phrases and sentences are cut into alike. */
const word = /\p{L}[\p{L}\p{M}]*(?:'(?!s(?![\p{L}]))[\p{L}]+)*|'s(?![\p{L}])|\d+(?:[.,]\d+)*|[^\s\p{L}\d]/gu

export type Piece = { text: string; start: number; end: number }

/** The pieces of `text` between two offsets; offsets are those of the whole text. */
export function piecesOf(text: string, from = 0, to = text.length): Piece[] {
  const found: Piece[] = []
  word.lastIndex = from
  for (let next = word.exec(text); next && next.index < to; next = word.exec(text))
    found.push({ text: next[0].toLowerCase(), start: next.index, end: next.index + next[0].length })
  return found
}

type Node<T> = { next: Map<string, Node<T>>; stems: [string, Node<T>][]; means: T[] }
const emptyNode = <T>(): Node<T> => ({ next: new Map(), stems: [], means: [] })

export type Found<T> = { length: number; means: readonly T[] }

/** A tree of phrases: finding the longest one at a place costs a look per word of it, however many phrases there are. */
export class Phrases<T> {
  private readonly root = emptyNode<T>()
  private readonly byPrefix = new Map<string, [string, Node<T>][]>()

  /** @param list phrases joined by `|`; a word that ends in `*` stands for all that begin so. */
  add(list: string, meaning: T): void {
    for (const phrase of list.split('|')) {
      let node = this.root
      const parts = piecesOf(phrase)
      for (let at = 0; at < parts.length; at++) {
        const { text } = parts[at]!
        if (text === '*') continue
        node = parts[at + 1]?.text === '*' ? this.stem(node, text) : this.exact(node, text)
      }
      if (!node.means.includes(meaning)) node.means.push(meaning)
    }
  }

  private exact(node: Node<T>, text: string): Node<T> {
    const known = node.next.get(text)
    if (known) return known
    const made = emptyNode<T>()
    node.next.set(text, made)
    return made
  }

  private stem(node: Node<T>, text: string): Node<T> {
    const known = node.stems.find(([stem]) => stem === text)
    if (known) return known[1]
    const made: [string, Node<T>] = [text, emptyNode<T>()]
    node.stems.push(made)
    if (node === this.root) {
      const key = text.slice(0, 3)
      this.byPrefix.set(key, [...(this.byPrefix.get(key) ?? []), made])
    }
    return made[1]
  }

  /** Every meaning of the longest phrase that begins at a piece, and how many pieces it takes. */
  at(pieces: readonly Piece[], from: number): Found<T> | null {
    const { text } = pieces[from]!
    const exact = this.root.next.get(text)
    const stems = text.length > 2 ? this.byPrefix.get(text.slice(0, 3)) : undefined
    if (!exact && !stems) return null
    let best = exact ? this.walk(exact, pieces, from, from + 1, null) : null
    if (stems)
      for (const [stem, next] of stems) if (text.startsWith(stem)) best = this.walk(next, pieces, from, from + 1, best)
    return best
  }

  private walk(
    node: Node<T>,
    pieces: readonly Piece[],
    from: number,
    at: number,
    before: Found<T> | null,
  ): Found<T> | null {
    let best = before
    if (node.means.length) {
      const length = at - from
      if (!best || length > best.length) best = { length, means: node.means }
      else if (length === best.length && best.means !== node.means)
        best = { length, means: [...new Set([...best.means, ...node.means])] }
    }
    const piece = pieces[at]
    if (!piece || at - from > 7) return best
    const exact = node.next.get(piece.text)
    if (exact) best = this.walk(exact, pieces, from, at + 1, best)
    for (const [stem, next] of node.stems)
      if (piece.text.startsWith(stem)) best = this.walk(next, pieces, from, at + 1, best)
    return best
  }
}
