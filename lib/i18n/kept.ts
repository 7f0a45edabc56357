/**
 * Keeps texts that pages say again and again under what they were made from: making one costs many times what finding
 * it does. Holds a few thousand, then begins anew.
 */
export function keptTexts(most = 5000): (key: string, make: () => string) => string {
  const texts = new Map<string, string>()
  return (key, make) => {
    const kept = texts.get(key)
    if (kept !== undefined) return kept
    const text = make()
    if (texts.size >= most) texts.clear()
    texts.set(key, text)
    return text
  }
}

/**
 * Keeps what was made of a row for as long as the row itself is kept, under a key that names all that it depends on
 * besides: rows that many views share are put into words once.
 */
export function keptWith<T>(): (row: object, key: string, make: () => T) => T {
  const made = new WeakMap<object, Map<string, T>>()
  return (row, key, make) => {
    let own = made.get(row)
    if (!own) {
      own = new Map()
      made.set(row, own)
    }
    let found = own.get(key)
    if (found === undefined) {
      found = make()
      own.set(key, found)
    }
    return found
  }
}
