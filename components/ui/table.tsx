/**
 * A table that scrolls inside its own frame where the screen is narrow, so that the page never does.
 * The frame takes focus: a keyboard can scroll it too.
 */
export function Table({
  caption,
  label,
  children,
}: {
  caption?: React.ReactNode
  label: string
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table className="table">
        {caption ? <caption>{caption}</caption> : null}
        {children}
      </table>
    </section>
  )
}
