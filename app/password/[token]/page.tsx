import { ChoosePasswordForm } from '@/components/desk/password-forms'
import { Message } from '@/components/layout/message'
import { PageHead } from '@/components/layout/page-head'
import { shortestPassword } from '@/lib/auth/passwords'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getLinkHolder } from '@/lib/users/queries'

export const dynamic = 'force-dynamic'
// The address is a secret: it is not told to any page that is opened from here.
export const metadata = { referrer: 'no-referrer' as const, robots: 'noindex' }

export default async function ChoosePasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = translator(defaultLocale, 'signIn')
  const holder = await getLinkHolder(token)
  if (!holder)
    return (
      <>
        <title>{t('choose.gone')}</title>
        <Message title={t('choose.gone')} text={t('choose.goneText')} />
      </>
    )
  return (
    <>
      <title>{t('choose.title')}</title>
      <PageHead crumbsLabel={translator(defaultLocale, 'layout')('crumbs')} title={t('choose.title')}>
        <p className="lead">{t('choose.lead', holder)}</p>
      </PageHead>
      <ChoosePasswordForm token={token} email={holder.email} hint={t('choose.hint', { minimum: shortestPassword })} />
    </>
  )
}
