/**
 * Text as it may be drawn: control characters and half characters left out, because canvases and file formats end or
 * fail at them, and signs that turn the direction of what follows, because they could make a figure read backwards.
 */
export function plainText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu, '')
      .trim()
  )
}
