import { Status } from '@/components/ui/status'
import type { ChangeRow } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const looks = { added: 'next', corrected: 'clash', withdrawn: 'ended' } as const

/** What changed in what Entente says: added, corrected with the reason, withdrawn. */
export function Changes({ rows }: { rows: readonly ChangeRow[] }) {
  const t = translator(defaultLocale, 'dashboard')
  return (
    <ol className="dated">
      {rows.map((r) => (
        <li key={`${r.entry} ${r.at} ${r.what}`}>
          <span className="muted">{r.at}</span>
          <p>
            <Status glyph={looks[r.what]} tone={r.what === 'withdrawn' ? 'warn' : 'quiet'}>
              {t(`what.${r.what}`)}
            </Status>{' '}
            <a href={r.href} data-evidence={r.entry}>
              {r.title}
            </a>
            {r.text ? <span className="said"> {r.text}</span> : null}
            {r.why ? <span className="muted"> · {r.why}</span> : null}
          </p>
        </li>
      ))}
    </ol>
  )
}
