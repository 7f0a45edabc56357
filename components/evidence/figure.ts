import { html, type Markup } from '@/components/ui/markup'

export type FigureLink = {
  entry: number
  /** Where its evidence is read, with the clocks of the page it stands on. */
  href: string
  text: string
  /** False where only a page is named, without its words. */
  quoted?: boolean
}

/** A figure in serif, because a source says it; the underline tells whether a quoted sentence or a page stands behind it. */
export const figure = (f: FigureLink, large = false): Markup =>
  html`<a class="said ${f.quoted === false ? 'evidence-page' : 'evidence-quote'}${large && ' figure-large'}" href="${f.href}" data-evidence="${f.entry}">${f.text}</a>`

/** Any other claim that leads to its evidence: a promise, an event, a step. */
export const claim = (c: { entry: number; href: string }, text: string, className = 'claim'): Markup =>
  html`<a class="${className}" href="${c.href}" data-evidence="${c.entry}">${text}</a>`
