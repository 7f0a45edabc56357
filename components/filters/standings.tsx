import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'

/** How many answer to each state: each count leads to them, and the word for all leads back. */
export function Standings({
  page,
  label,
  states,
  everything,
  values,
}: {
  page: string
  label: string
  states: readonly { value: string; text: string; count: number }[]
  everything: string
  /** Settings of the view, as its address has them; the state is `status`. */
  values: Readonly<Record<string, string>>
}) {
  const { status, ...rest } = values
  const href = (state: string | null) => {
    const query = new URLSearchParams({ ...rest, ...(state && { status: state }) })
    return query.size ? `${page}?${query}` : page
  }
  return (
    <nav aria-label={label} className="standings-nav no-print">
      <Html
        as="ul"
        className="standings"
        markup={html`
          ${states.map(
            ({ value, text, count }) =>
              html`<li><a href="${href(value)}" aria-current="${status === value ? 'true' : 'false'}"><span class="standings-count">${count}</span> ${text}</a></li>`,
          )}
          ${status && html`<li><a href="${href(null)}">${everything}</a></li>`}`}
      />
    </nav>
  )
}
