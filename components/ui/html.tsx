import { textsOfDocument } from './document-texts'
import type { Markup } from './markup'
import { type Tag, Written } from './written'

/**
 * An element whose inside is ready-made markup. The only place that hands HTML to React as text.
 *
 * In a whole document the text is written once: what React sends beside the document, to take it over in the browser,
 * holds only its name. Where a browser asks for a part of a page there is no document, and the text itself is sent.
 */
export function Html({
  as: Element = 'div',
  markup,
  ...rest
}: { as?: Tag; markup: Markup; id?: string; className?: string; lang?: string; dir?: 'auto' } & React.AriaAttributes) {
  const texts = textsOfDocument()
  if (texts && markup.text.length > 200) {
    const name = String(texts.size)
    texts.set(name, markup.text)
    return <Written {...rest} as={Element} name={name} />
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup is made by `html` alone, which escapes what is put in
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: markup.text }} />
}
