import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/desk/sign-in-form'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { currentPerson } from '@/lib/auth/session'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { wayBack } from '@/lib/users/rules'

export const dynamic = 'force-dynamic'

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { next, chosen } = await searchParams
  const t = translator(defaultLocale, 'signIn')
  if (await signedIn()) redirect(wayBack(next))
  return (
    <>
      <title>{`${t('title')} · ${translator(defaultLocale, 'layout')('name')}`}</title>
      <PageHead crumbsLabel={translator(defaultLocale, 'layout')('crumbs')} title={t('title')}>
        <p className="lead">{t('lead')}</p>
      </PageHead>
      {chosen ? <Notice look="good">{t('chosen')}</Notice> : null}
      {next ? <Notice>{t('needed')}</Notice> : null}
      <SignInForm next={next ?? ''} />
    </>
  )
}

/** While the database is away the form is still shown: it says so itself when it is sent. */
async function signedIn(): Promise<boolean> {
  try {
    return (await currentPerson()) !== null
  } catch {
    return false
  }
}
