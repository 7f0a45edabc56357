import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Clocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { ClockBanner } from './clock-banner'
import { KnownField, TwoClocks } from './clock-fields'
import { Refused } from './refused'

/** The two clocks of a page that has no other settings, folded away until one of them is set. */
export function ClockBar({
  action,
  values,
  today,
  refused = [],
}: {
  action: string
  values: Clocks
  today: string
  refused?: readonly string[]
}) {
  const t = translator(defaultLocale, 'filters')
  return (
    <div className="clock-bar">
      <Refused sentences={refused} />
      <ClockBanner clocks={values} back={action} today={today} />
      <div className="no-print">
        <Disclosure summary={t('otherDay')} open={Boolean(values.known || values.edition)}>
          <form className="filters-form" method="get" action={action} aria-label={t('label')}>
            <KnownField clocks={values} today={today} />
            <Button type="submit" look="primary">
              {t('apply')}
            </Button>
            <TwoClocks clocks={values} today={today} />
          </form>
        </Disclosure>
      </div>
    </div>
  )
}
