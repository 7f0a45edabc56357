import { Message } from '@/components/layout/message'
import { ButtonLink } from '@/components/ui/button'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

export default function NotFound() {
  const t = translator(defaultLocale, 'layout')
  return (
    <Message title={t('notFound.title')} text={t('notFound.text')}>
      <ButtonLink look="primary" href="/">
        {t('notFound.home')}
      </ButtonLink>
    </Message>
  )
}
