import { Disclosure } from '@/components/ui/disclosure'
import type { Difference } from '@/lib/audit/mutations'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** A stored value in one line: lists and objects as JSON, which hides nothing. */
function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What an act changed, field by field: before and after. */
export function DifferenceList({ diff }: { diff: Difference | null }) {
  const t = translator(defaultLocale, 'audit')
  const changed = Object.entries(diff ?? {}).filter(([, { from, to }]) => valueText(from) !== valueText(to))
  if (!changed.length) return null
  return (
    <Disclosure summary={t('changed', { count: changed.length })}>
      <dl className="facts audit-difference">
        {changed.map(([field, { from, to }]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {valueText(from) === null ? null : (
                <del>
                  <span className="hidden-visually">{t('from')}: </span>
                  {valueText(from)}
                </del>
              )}{' '}
              <ins>
                <span className="hidden-visually">{t('to')}: </span>
                {valueText(to) ?? <span className="muted">{t('empty')}</span>}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
