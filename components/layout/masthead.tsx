import { SearchBox } from '@/components/search/search-box'
import type { SearchWords } from '@/components/search/search-words'
import { Wordmark } from './wordmark'

/**
 * The head of every page. Knows nobody by itself: pages of anonymous readers are kept whole and must not depend
 * on who asks; `person` is given only for somebody signed in.
 */
export function Masthead({
  words,
  search,
  person,
}: {
  words: {
    name: string
    home: string
    navigation: string
    relations: string
    sources: string
    compare: string
    desk: string
    views: string
    signIn: string
    signedInAs: string
  }
  /** The sentences of the one box that searches everything. */
  search: SearchWords
  person: string | null
}) {
  return (
    <header className="masthead">
      <div className="masthead-in">
        <a className="wordmark" href="/" aria-label={words.home}>
          <Wordmark name={words.name} />
        </a>
        <nav aria-label={words.navigation}>
          <a href="/">{words.relations}</a>
          <a href="/sources">{words.sources}</a>
          <a href="/compare">{words.compare}</a>
          {person === null ? (
            <a className="masthead-end" href="/sign-in">
              {words.signIn}
            </a>
          ) : (
            <>
              <a href="/desk">{words.desk}</a>
              <a href="/views">{words.views}</a>
              <span className="masthead-end muted small">
                <span className="hidden-visually">{words.signedInAs} </span>
                {person}
              </span>
            </>
          )}
        </nav>
        <SearchBox id="search" words={search} />
      </div>
    </header>
  )
}
