import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { answerWith } from '@/app/(reader)/answer'
import { Message } from '@/components/layout/message'
import { ButtonLink } from '@/components/ui/button'
import { type Actor, may } from '@/lib/auth/actor'
import { type Permission, type Role, roleHolds, roles } from '@/lib/auth/permissions'
import { currentActor, currentPerson } from '@/lib/auth/session'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

type Gate = { actor: Actor } | { instead: React.ReactNode }

/**
 * The first line of every page of the desk: who is not signed in signs in first and comes back to `path`; who signed in
 * with a one-time password replaces it; who may not is told whom it takes. Queries and mutations check again themselves.
 */
export async function gate(permission: Permission, path: string): Promise<Gate> {
  const actor = await currentActor()
  if (may(actor, permission) && actor.role !== null) return { actor }
  if (actor.role !== null) {
    answerWith(403)
    return { instead: <NotAllowed role={actor.role} permission={permission} /> }
  }
  if ((await currentPerson())?.oneTime) redirect('/desk/password')
  // A form that was sent without a script when its session had ended: redirecting would lose what was typed.
  if (await isFormSent()) return { actor }
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/** True while this page answers a form that was sent to it without a script. */
export async function isFormSent(): Promise<boolean> {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test((await headers()).get('content-type') ?? '')
}

function NotAllowed({ role, permission }: { role: Role; permission: Permission }) {
  const t = translator(defaultLocale, 'desk')
  const least = roles.find((r) => roleHolds(r, permission)) ?? 'admin'
  const needed = t(`notAllowed.${least as 'editor' | 'reviewer' | 'admin'}`)
  const name = translator(defaultLocale, 'people')(`roles.${role}`)
  return (
    <>
      <title>{t('notAllowed.title')}</title>
      <Message title={t('notAllowed.title')} text={t('notAllowed.text', { role: name, needed })}>
        <ButtonLink href="/">{t('notAllowed.back')}</ButtonLink>
      </Message>
    </>
  )
}

/** What the page says when the number in its address is nobody's. */
export function Missing() {
  const t = translator(defaultLocale, 'desk')
  answerWith(404)
  return (
    <>
      <title>{t('missing.title')}</title>
      <Message title={t('missing.title')} text={t('missing.text')}>
        <ButtonLink href="/desk">{t('missing.back')}</ButtonLink>
      </Message>
    </>
  )
}

/** A number in an address; null for anything else. */
export const idIn = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)
