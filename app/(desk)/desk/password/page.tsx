import { redirect } from 'next/navigation'
import { ChangePasswordForm } from '@/components/desk/password-forms'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { shortestPassword } from '@/lib/auth/passwords'
import { currentPerson } from '@/lib/auth/session'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

export const dynamic = 'force-dynamic'

export default async function PasswordPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const person = await currentPerson()
  if (!person) redirect('/sign-in?next=/desk/password')
  const { did } = await searchParams
  const t = translator(defaultLocale, 'signIn')
  const title = person.oneTime ? t('change.oneTimeTitle') : t('change.title')
  return (
    <>
      <title>{title}</title>
      <PageHead crumbsLabel={translator(defaultLocale, 'layout')('crumbs')} title={title}>
        {person.oneTime ? <p className="lead">{t('change.oneTime')}</p> : null}
      </PageHead>
      {did === 'changed' ? <Notice look="good">{t('change.changed')}</Notice> : null}
      <ChangePasswordForm
        oneTime={person.oneTime}
        email={person.email}
        hint={t('choose.hint', { minimum: shortestPassword })}
      />
    </>
  )
}
