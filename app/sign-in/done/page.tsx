import { Message } from '@/components/layout/message'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

export const dynamic = 'force-dynamic'

/** Where a sign-in ends that was needed in the middle of a form in another tab. */
export default function SignedInPage() {
  const t = translator(defaultLocale, 'signIn')
  return (
    <>
      <title>{t('signedIn.title')}</title>
      <Message title={t('signedIn.title')} text={t('signedIn.text')} />
    </>
  )
}
