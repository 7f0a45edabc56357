'use client'

import { useState } from 'react'
import { textsOfDocument } from './document-texts'

export type Tag = 'div' | 'ul' | 'ol' | 'table' | 'section' | 'svg' | 'select'

/** What was found in the document when it arrived: a part that is shown again after another page has it from here. */
const found = new Map<string, string>()

/**
 * An element whose inside stands in the document and nowhere else: the server writes it there by its name, the browser
 * takes it from there.
 */
export function Written({
  as: Element,
  name,
  ...rest
}: { as: Tag; name: string; id?: string; className?: string; lang?: string; dir?: 'auto' } & React.AriaAttributes) {
  // One object for good: another one would make React write the inside again.
  const [inside] = useState(() => ({ __html: textOf(name) }))
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is the server's own, made by `html` (see html.tsx)
  return <Element {...rest} data-written={name} dangerouslySetInnerHTML={inside} suppressHydrationWarning />
}

function textOf(name: string): string {
  if (typeof window === 'undefined') {
    const text = textsOfDocument()?.get(name)
    if (text === undefined) throw new Error(`The text ${name} of this document is not there.`)
    return text
  }
  const text = found.get(name) ?? document.querySelector(`[data-written="${name}"]`)?.innerHTML ?? ''
  found.set(name, text)
  return text
}
