import { entryKinds } from '@/lib/entries/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** The seven forms, each with the sentence that tells it from the others. `query` opens them with what is known. */
export function EnterLinks({ query = '' }: { query?: string }) {
  const views = translator(defaultLocale, 'views')
  const forms = translator(defaultLocale, 'forms')
  return (
    <ul className="enter-links">
      {entryKinds.map((kind) => (
        <li key={kind}>
          <a href={`/desk/entries/new/${kind}${query}`}>{views(`kinds.${kind}`)}</a>
          <span className="muted small">{forms(`hints.${kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}
