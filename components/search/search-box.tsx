'use client'

import { useEffect, useRef, useState } from 'react'
import type { offersIn } from './offers'
import { rememberSearch } from './recent'
import type { SearchWords } from './search-words'

const typing = 'input, textarea, select, [contenteditable], dialog'

/**
 * A plain form that leads to `/search`. With scripts, `/` leads to it from anywhere, and what was searched before or may
 * be meant is offered below it (ARIA combobox with a listbox); what draws that is fetched when somebody goes there.
 */
export function SearchBox({
  id,
  words,
  value = '',
  hidden = {},
}: {
  id: string
  words: SearchWords
  value?: string
  /** Settings that go along. */
  hidden?: Record<string, string | null>
}) {
  const input = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [list, setList] = useState<ReturnType<typeof offersIn> | null>(null)

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const at = event.target
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (at instanceof Element && at.closest(typing)) return
      // Two boxes may stand on a page, one of them hidden.
      if (!input.current?.checkVisibility()) return
      event.preventDefault()
      input.current.focus()
      input.current.select()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  const offer = () => {
    if (list) return
    import('./offers').then(({ offersIn }) => {
      if (input.current && form.current) setList(offersIn(form.current, input.current, words))
    })
  }
  // Somebody may have gone there before the script was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script has arrived
  useEffect(() => {
    if (document.activeElement === input.current) offer()
  }, [])
  useEffect(() => () => list?.end(), [list])
  return (
    <search className="search">
      <form
        className="search-form"
        method="get"
        action="/search"
        ref={form}
        onSubmit={() => rememberSearch(input.current?.value.trim() ?? '')}
      >
        <label className="hidden-visually" htmlFor={id}>
          {words.label}
        </label>
        <input
          className="control search-input"
          ref={input}
          id={id}
          type="search"
          name="q"
          defaultValue={value}
          placeholder={words.placeholder}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          aria-keyshortcuts="/"
          onFocus={offer}
        />
        {Object.entries(hidden).map(([name, kept]) =>
          kept ? <input key={name} type="hidden" name={name} value={kept} /> : null,
        )}
        <button className="search-submit" type="submit" aria-label={words.submit}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5 14 14"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.75"
            />
          </svg>
        </button>
      </form>
    </search>
  )
}
