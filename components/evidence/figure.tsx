export type FigureLink = {
  entry: number
  /** Where its evidence is read, with the clocks of the page it stands on. */
  href: string
  text: string
  /** False where only a page is named, without its words. */
  quoted?: boolean
}

/** A figure in serif, because a source says it; the underline tells whether a quoted sentence or a page stands behind it. */
export function Figure({ figure, large = false }: { figure: FigureLink; large?: boolean }) {
  const underline = figure.quoted === false ? 'evidence-page' : 'evidence-quote'
  return (
    <a className={`said ${underline}${large ? ' figure-large' : ''}`} href={figure.href} data-evidence={figure.entry}>
      {figure.text}
    </a>
  )
}
