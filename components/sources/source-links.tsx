import type { SourceLink } from '@/lib/library/schema'

/** Other sources that this one belongs with: who carried it, its other states. */
export function SourceLinks({ links }: { links: readonly SourceLink[] }) {
  return (
    <ul className="source-links">
      {links.map((s) => (
        <li key={s.id}>
          <a className="said" href={s.href}>
            {s.title}
          </a>{' '}
          <span className="muted small">
            {s.publisher}, {s.dayText}
          </span>
        </li>
      ))}
    </ul>
  )
}
