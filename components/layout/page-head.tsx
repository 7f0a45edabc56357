export type Crumb = { label: string; href: string }

/** Where the reader is, what this page is called, and the line of facts about it. */
export function PageHead({
  crumbs = [],
  crumbsLabel,
  title,
  facts = [],
  children,
}: {
  crumbs?: readonly Crumb[]
  crumbsLabel: string
  title: React.ReactNode
  facts?: readonly React.ReactNode[]
  children?: React.ReactNode
}) {
  return (
    <div className="page-head">
      {crumbs.length ? (
        <nav aria-label={crumbsLabel}>
          <ol className="crumbs">
            {crumbs.map((c) => (
              <li key={c.href}>
                <a href={c.href}>{c.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <h1>{title}</h1>
      {facts.length ? (
        <ul className="page-facts">
          {facts.map((fact, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is written once and never reordered
            <li key={i}>{fact}</li>
          ))}
        </ul>
      ) : null}
      {children}
    </div>
  )
}
