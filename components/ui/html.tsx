import type { Markup } from './markup'

type Tag = 'div' | 'ul' | 'ol' | 'table' | 'section' | 'svg' | 'select'

/** An element whose inside is ready-made markup. The only place that hands HTML to React as text. */
export function Html({
  as: Element = 'div',
  markup,
  ...rest
}: { as?: Tag; markup: Markup; id?: string; className?: string; lang?: string; dir?: 'auto' } & React.AriaAttributes) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup is made by `html` alone, which escapes what is put in
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: markup.text }} />
}
