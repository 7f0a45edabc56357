import { PromiseStatus } from '@/components/cards/promise-status'
import { Disclosure } from '@/components/ui/disclosure'
import type { PromiseRow } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Promise beside outcome: what was said, by when, what became of it. */
export function PromiseList({ promises }: { promises: readonly PromiseRow[] }) {
  const t = translator(defaultLocale, 'dashboard')
  return (
    <ul className="promises">
      {promises.map((p) => (
        <li key={p.entry} className={p.status.open ? undefined : 'promise-closed'}>
          <p className="promise-status">
            <PromiseStatus code={p.status.code}>{p.status.text}</PromiseStatus>
          </p>
          <div>
            <a className="promise-what" href={p.href} data-evidence={p.entry}>
              {p.what}
            </a>
            {p.who || p.announced ? (
              <p className="muted small">
                {[p.who, p.announced ? t('announced', { day: p.announced }) : null].filter(Boolean).join(' · ')}
              </p>
            ) : null}
            {p.steps.length ? (
              <Disclosure summary={t('steps', { count: p.steps.length })}>
                <ol className="steps">
                  {p.steps.map((s) => (
                    <li key={s.entry}>
                      <span className="muted">{s.on}</span>
                      <a href={s.href} data-evidence={s.entry}>
                        {s.text}
                      </a>
                    </li>
                  ))}
                </ol>
              </Disclosure>
            ) : null}
          </div>
          <p className="promise-due">{p.due}</p>
        </li>
      ))}
    </ul>
  )
}
