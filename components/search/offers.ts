import type { Suggestion } from '@/lib/search/schema'
import { forgetSearches, recentSearches } from './recent'
import type { SearchWords } from './search-words'

type Option = { title: string; note: string; go: () => void }

const pause = 150
let lists = 0

/** Makes a search input a combobox whose listbox holds recent searches, or what may be meant by what is typed. */
export function offersIn(form: HTMLFormElement, input: HTMLInputElement, words: SearchWords): { end: () => void } {
  const ending = new AbortController()
  const list = `search-offers-${++lists}`
  const box = document.createElement('div')
  box.className = 'search-offers'
  box.hidden = true
  form.append(box)
  const status = document.createElement('p')
  status.className = 'hidden-visually'
  status.role = 'status'
  form.append(status)
  input.role = 'combobox'
  const set = (name: string, value: string | null) =>
    value === null ? input.removeAttribute(name) : input.setAttribute(name, value)
  set('aria-autocomplete', 'list')
  set('aria-expanded', 'false')

  let options: Option[] = []
  let active = -1
  let typedFor = ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const close = () => {
    box.hidden = true
    active = -1
    set('aria-expanded', 'false')
    set('aria-controls', null)
    set('aria-activedescendant', null)
  }
  const mark = (next: number) => {
    active = next
    box.querySelectorAll('[role=option]').forEach((row, i) => {
      row.setAttribute('aria-selected', String(i === active))
      if (i === active) row.scrollIntoView({ block: 'nearest' })
    })
    set('aria-activedescendant', active < 0 ? null : `${list}-${active}`)
  }
  const show = (title: string, found: Option[], after?: HTMLElement) => {
    options = found
    box.replaceChildren()
    if (!found.length) return close()
    const rows = document.createElement('ul')
    rows.role = 'listbox'
    rows.id = list
    rows.setAttribute('aria-label', title)
    found.forEach((option, i) => {
      const row = document.createElement('li')
      row.role = 'option'
      row.id = `${list}-${i}`
      row.setAttribute('aria-selected', 'false')
      const text = document.createElement('span')
      text.textContent = option.title
      row.append(text)
      if (option.note) {
        const note = document.createElement('span')
        note.className = 'muted small'
        note.textContent = option.note
        row.append(' ', note)
      }
      row.addEventListener('click', option.go)
      rows.append(row)
    })
    const head = document.createElement('p')
    head.className = 'search-offers-head muted small'
    head.textContent = title
    head.ariaHidden = 'true'
    box.append(head, rows)
    if (after) box.append(after)
    box.hidden = false
    active = -1
    set('aria-expanded', 'true')
    set('aria-controls', list)
    set('aria-activedescendant', null)
    status.textContent = words.offered.replace('{count}', String(found.length))
  }

  const searchFor = (q: string) => {
    input.value = q
    form.requestSubmit()
  }
  const showRecent = () => {
    const forget = document.createElement('button')
    forget.type = 'button'
    forget.className = 'search-forget small'
    forget.textContent = words.forget
    forget.addEventListener('click', () => {
      forgetSearches()
      close()
      input.focus()
    })
    show(
      words.recent,
      recentSearches().map((q) => ({ title: q, note: '', go: () => searchFor(q) })),
      forget,
    )
  }
  const showSuggested = async (q: string) => {
    asking?.abort()
    asking = new AbortController()
    const address = `/search/suggestions?${new URLSearchParams({ q })}`
    let found: Suggestion[] = []
    try {
      const answer = await fetch(address, { signal: AbortSignal.any([asking.signal, ending.signal]) })
      if (answer.ok) found = (await answer.json()) as Suggestion[]
    } catch {
      // Without an answer the form works as it stands; a newer question has its own answer.
      return
    }
    if (input.value.trim() !== q || document.activeElement !== input) return
    show(words.suggested, [
      ...found.map(({ title, note, href }) => ({ title, note, go: () => location.assign(href) })),
      { title: words.all.replace('{q}', q), note: '', go: () => searchFor(q) },
    ])
  }
  const offer = () => {
    clearTimeout(waiting)
    const q = input.value.trim()
    if (!q) {
      typedFor = ''
      showRecent()
    } else if (q !== typedFor || box.hidden) {
      typedFor = q
      waiting = setTimeout(() => showSuggested(q), pause)
    }
  }

  const { signal } = ending
  input.addEventListener('input', offer, { signal })
  input.addEventListener('focus', () => input.value.trim() || offer(), { signal })
  input.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && !box.hidden) {
        event.preventDefault()
        close()
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (box.hidden) return offer()
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        // Beyond either end stands the input itself.
        mark(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1)
      } else if (event.key === 'Enter' && !box.hidden && active >= 0) {
        event.preventDefault()
        options[active]?.go()
      }
    },
    { signal },
  )
  form.addEventListener('focusout', (event) => form.contains(event.relatedTarget as Node | null) || close(), { signal })
  // A press on an offer must not take the focus away, or it would be gone before it is chosen.
  box.addEventListener(
    'pointerdown',
    (event) => (event.target as Element).closest('button') ?? event.preventDefault(),
    { signal },
  )
  box.addEventListener('mousedown', (event) => (event.target as Element).closest('button') ?? event.preventDefault(), {
    signal,
  })
  if (document.activeElement === input) offer()
  return {
    end: () => {
      clearTimeout(waiting)
      ending.abort()
      box.remove()
      status.remove()
    },
  }
}
