'use client'

import { useRouter, useSelectedLayoutSegment } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

const inPlace = { scroll: false } as const
const plainClick = (e: MouseEvent) =>
  !e.defaultPrevented && e.button === 0 && !(e.metaKey || e.ctrlKey || e.shiftKey || e.altKey)

/**
 * Evidence beside the page it belongs to. Without script every figure is a link to a page of its own; with it, a plain
 * click on `a[data-evidence]` opens that page here. Going from one figure to the next replaces the panel's place in
 * the history, so that "back", Escape and the close button all lead to the page as it was.
 */
export function EvidencePanel({
  label,
  closeLabel,
  pendingLabel,
  children,
}: {
  label: string
  closeLabel: string
  pendingLabel: string
  children: React.ReactNode
}) {
  const router = useRouter()
  // The entry's number while one is shown, null otherwise.
  const shown = useSelectedLayoutSegment('panel')
  const open = shown !== null
  const [pending, start] = useTransition()
  const panel = useRef<HTMLDialogElement>(null)
  const opener = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-evidence]') : null
      if (!link || !plainClick(event)) return
      event.preventDefault()
      const href = link.pathname + link.search
      // A chart follows the link in its folded table: focus goes back to the chart.
      if (!open) opener.current = link.checkVisibility() ? link : (document.activeElement as HTMLElement | null)
      start(() => (open ? router.replace(href, inPlace) : router.push(href, inPlace)))
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && open && !event.defaultPrevented) router.back()
    }
    document.addEventListener('click', follow)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('click', follow)
      document.removeEventListener('keydown', leave)
    }
  }, [open, router])

  // A link within the page (#promises) makes a place in the history that the router does not know and would not come
  // back to: it is given what the router keeps of the place before it.
  useEffect(() => {
    const known = history.state
    const adopt = () => {
      if (history.state === null) history.replaceState(known, '')
    }
    window.addEventListener('hashchange', adopt)
    return () => window.removeEventListener('hashchange', adopt)
  })

  useEffect(() => {
    if (shown) {
      panel.current?.scrollTo(0, 0)
      panel.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
      return
    }
    opener.current?.focus({ preventScroll: true })
    opener.current = null
  }, [shown])

  return (
    <>
      {pending ? (
        <div className="pending" role="status">
          <span className="hidden-visually">{pendingLabel}</span>
        </div>
      ) : null}
      {open ? (
        <dialog ref={panel} className="panel" open aria-label={label}>
          <button className="panel-close button button-quiet" type="button" onClick={() => router.back()}>
            <svg className="glyph" aria-hidden="true">
              <use href="#g-close" />
            </svg>
            {closeLabel}
          </button>
          {children}
        </dialog>
      ) : null}
    </>
  )
}
