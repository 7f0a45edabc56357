import type { TimelineRow } from '@/lib/dashboards/schema'

/** What happened, newest first, as dated lines. */
export function Timeline({ rows }: { rows: readonly TimelineRow[] }) {
  return (
    <ol className="dated">
      {rows.map((r) => (
        <li key={r.entry}>
          <time dateTime={r.on}>{r.onText}</time>
          <p>
            <a href={r.href} data-evidence={r.entry}>
              {r.title}
            </a>{' '}
            <span className="muted small">
              {r.codeText} · {r.theme}
            </span>
          </p>
        </li>
      ))}
    </ol>
  )
}
