import { EvidencePanel } from '@/components/evidence/panel'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

export default function RelationLayout({ children, panel }: { children: React.ReactNode; panel: React.ReactNode }) {
  const t = translator(defaultLocale, 'evidence')
  return (
    <>
      {children}
      <EvidencePanel label={t('panel')} closeLabel={t('close')} pendingLabel={t('pending')}>
        {panel}
      </EvidencePanel>
    </>
  )
}
