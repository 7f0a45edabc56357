import { notFound, unstable_rethrow } from 'next/navigation'
import { Message } from '@/components/layout/message'
import { ButtonLink } from '@/components/ui/button'
import { Refusal, refusalStatus } from '@/lib/errors/refusal'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const statusKey = Symbol.for('entente.status')

/**
 * Gives the answer its HTTP status. A page that throws is sent by Next as an empty document which a script fills in,
 * so pages draw what is missing or failed themselves, and the server (server/…) lends them the status of its answer.
 */
export function answerWith(status: number): void {
  const set = (globalThis as { [statusKey]?: (status: number) => void })[statusKey]
  if (set) set(status)
  else if (status === 404) notFound()
}

type Read<T> = { found: T } | { instead: React.ReactNode }

/** Asks for what a page shows. What cannot be shown comes back as the page that says why, with its status set. */
export async function read<T>(ask: () => Promise<T>): Promise<Read<T>> {
  try {
    return { found: await ask() }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Refusal) {
      answerWith(refusalStatus[error.code])
      return { instead: <Refused code={error.code} /> }
    }
    console.error(error)
    answerWith(500)
    return { instead: <Failed /> }
  }
}

function Refused({ code }: { code: Refusal['code'] }) {
  const t = translator(defaultLocale, 'layout')
  if (code === 'unavailable')
    return (
      <Message title={t('unavailable.title')} text={t('unavailable.text')}>
        <ButtonLink look="primary" href="">
          {t('unavailable.retry')}
        </ButtonLink>
      </Message>
    )
  if (code === 'signInNeeded' || code === 'notAllowed')
    return (
      <Message title={t('membersOnly.title')} text={t('membersOnly.text')}>
        <ButtonLink look="primary" href="/sign-in">
          {t('membersOnly.signIn')}
        </ButtonLink>
      </Message>
    )
  return <Message title={t('notFound.title')} text={translator(defaultLocale, 'errors')(code)} />
}

function Failed() {
  const t = translator(defaultLocale, 'layout')
  return (
    <Message title={t('error.title')} text={t('error.text')}>
      <ButtonLink look="primary" href="">
        {t('error.retry')}
      </ButtonLink>
    </Message>
  )
}
