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
