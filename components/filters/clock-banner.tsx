import { Notice } from '@/components/ui/notice'
import { formatDay, formatEdition } from '@/lib/dashboards/points/rules'
import type { Clocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/**
 * Says that a page is seen as of another day than today, and leads back. Nothing where both clocks show today.
 * @param back the same page by today's clocks.
 * @param today ISO day.
 */
export function ClockBanner({ clocks, back, today }: { clocks: Clocks; back: string; today: string }) {
  const t = translator(defaultLocale, 'filters')
  const past = (day: string | null | undefined) => (day && day < today ? formatDay(day, defaultLocale) : null)
  const moment = clocks.edition?.includes('T') ? formatEdition(clocks.edition, defaultLocale) : null
  const [known, edition] = [past(clocks.known), moment ? null : past(clocks.edition)]
  if (!known && !edition && !moment) return null
  return (
    <div className="clock-banner">
      <Notice look="warn">
        {known ? <p>{t('past.known', { known })}</p> : null}
        {edition ? <p>{t('past.edition', { edition })}</p> : null}
        {moment ? <p>{t('past.moment', { edition: moment })}</p> : null}
        <a className="no-print" href={back}>
          {t('past.back')}
        </a>
      </Notice>
    </div>
  )
}
