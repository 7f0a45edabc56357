import { Disclosure } from '@/components/ui/disclosure'
import { TextField } from '@/components/ui/field'
import type { Clocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** What the world could know by a day. */
export function KnownField({ clocks, today }: { clocks: Clocks; today: string }) {
  const t = translator(defaultLocale, 'filters')
  return <TextField name="known" label={t('known')} type="date" defaultValue={clocks.known ?? ''} max={today} />
}

/** What the two clocks are, and the second one: what this database said on a day. */
export function TwoClocks({ clocks, today }: { clocks: Clocks; today: string }) {
  const t = translator(defaultLocale, 'filters')
  return (
    <div className="filters-clocks no-print">
      <Disclosure summary={t('clocks')} open={Boolean(clocks.edition)}>
        <p>{t('knownMeans')}</p>
        <p>{t('editionMeans')}</p>
        {/* A moment, as frozen links have it, fits no field for days. */}
        <TextField
          name="edition"
          label={t('edition')}
          type={clocks.edition?.includes('T') ? 'text' : 'date'}
          defaultValue={clocks.edition ?? ''}
          max={today}
        />
      </Disclosure>
    </div>
  )
}
