/**
 * A part of a page: its heading stands in the margin on wide screens, above on narrow ones.
 * `id` is also its fragment, so that a part can be linked.
 */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string
  title: string
  note?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {note ? <div className="section-note">{note}</div> : null}
      </div>
      <div className="section-body">{children}</div>
    </section>
  )
}
