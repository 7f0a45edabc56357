import { Html } from './html'
import { html, type Markup } from './markup'

/** The same frame as text, where the table is one. */
export const table = (inside: Markup, label: string): Markup => html`
  <section class="table-scroll" aria-label="${label}" tabindex="0"><table class="table">${inside}</table></section>`

/**
 * A table that scrolls inside its own frame where the screen is narrow, so that the page never does.
 * The frame takes focus: a keyboard can scroll it too. Rows come as elements or, where there are many, as markup.
 */
export function Table({
  caption,
  label,
  markup,
  children,
}: {
  caption?: React.ReactNode
  label: string
  markup?: Markup
  children?: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      {markup ? (
        <Html as="table" className="table" markup={markup} />
      ) : (
        <table className="table">
          {caption ? <caption>{caption}</caption> : null}
          {children}
        </table>
      )}
    </section>
  )
}
