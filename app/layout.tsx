import type { Viewport } from 'next'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { searchWords } from '@/components/search/search-words'
import { GlyphSprite } from '@/components/ui/glyph'
import { currentActor } from '@/lib/auth/session'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import './styles/index.css'

// No title here: the first title of a document wins, and every page writes its own.
export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
  ],
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const t = translator(defaultLocale, 'layout')
  return (
    <html lang={defaultLocale}>
      <body>
        <a className="skip" href="#content">
          {t('skip')}
        </a>
        <GlyphSprite />
        <Masthead
          person={await personsName()}
          search={searchWords()}
          words={{
            name: t('name'),
            home: t('home'),
            navigation: t('navigation'),
            relations: t('relations'),
            sources: t('sources'),
            compare: t('compare'),
            desk: t('desk'),
            views: t('views'),
            signIn: t('signIn'),
            signedInAs: t('signedInAs'),
          }}
        />
        <main className="page" id="content">
          {children}
        </main>
        <Footer words={{ about: t('about'), quoted: t('quoted'), page: t('page'), print: t('print') }} />
      </body>
    </html>
  )
}

/** Null for anonymous readers, and while the database is away: the page itself then says so. */
async function personsName(): Promise<string | null> {
  try {
    const actor = await currentActor()
    return actor.kind === 'user' ? actor.name : null
  } catch {
    return null
  }
}
