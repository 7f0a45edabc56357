import { Figure } from '@/components/evidence/figure'
import { Status } from '@/components/ui/status'
import type { IndicatorPage } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Values of one series and period that cannot all be true, side by side; never averaged. */
export function Conflicts({ conflicts }: { conflicts: IndicatorPage['conflicts'] }) {
  const t = translator(defaultLocale, 'indicators')
  return (
    <ul className="conflicts">
      {conflicts.map((c) => (
        <li key={`${c.series} ${c.period}`}>
          <p>
            <strong>{c.period}</strong> <span className="muted">{c.series}</span>
          </p>
          <p className="small">
            <Status glyph={c.settled ? 'done' : 'clash'} tone={c.settled ? 'quiet' : 'warn'}>
              {t(c.settled ? 'settled' : 'unsettled', { gap: c.gap })}
            </Status>
          </p>
          <ul>
            {c.lines.map((l) => (
              <li key={l.entry}>
                <Figure figure={l} /> <span className="muted small">{l.source}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
