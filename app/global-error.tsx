'use client'

import { defaultLocale } from '@/lib/i18n/locales'
import ErrorPage from './error'
import './styles/index.css'

/** Stands in for the whole document when even its frame could not be made. */
export default function GlobalError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang={defaultLocale}>
      <body>
        <main className="page">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  )
}
