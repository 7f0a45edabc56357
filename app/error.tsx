'use client'

import { Message } from '@/components/layout/message'
import { Button, ButtonLink } from '@/components/ui/button'
import words from '@/lib/i18n/en/layout.json'
import { fill } from '@/lib/i18n/fill'

// The words are read straight from their file: an error page must not depend on anything that may be what failed.
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { title, text, code, retry: again, home } = words.error
  return (
    <Message title={title} text={text}>
      {error.digest ? <p className="muted">{fill(code, { digest: error.digest })}</p> : null}
      <p>
        <Button look="primary" onClick={retry}>
          {again}
        </Button>{' '}
        <ButtonLink href="/">{home}</ButtonLink>
      </p>
    </Message>
  )
}
