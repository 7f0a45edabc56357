'use client'

import { useEffect, useSyncExternalStore } from 'react'

const kept = 'entente.intake.keys'
const heard = new Set<() => void>()
let on: boolean | null = null

function isOn(): boolean {
  on ??= localStorage.getItem(kept) !== 'off'
  return on
}

/** Whether single keys do something: everybody may turn them off, for who speaks to the computer (WCAG 2.1.4). */
export function useKeysOn(): [boolean, (now: boolean) => void] {
  const now = useSyncExternalStore(
    (hear) => {
      heard.add(hear)
      return () => heard.delete(hear)
    },
    isOn,
    () => true,
  )
  return [
    now,
    (next) => {
      on = next
      localStorage.setItem(kept, next ? 'on' : 'off')
      for (const hear of heard) hear()
    },
  ]
}

const typing = 'input, textarea, select, [contenteditable], dialog'

/** Calls `press` for single keys, never while somebody types, holds a modifier, or has turned them off. */
export function useKeys(active: boolean, press: (key: string) => boolean) {
  useEffect(() => {
    if (!active) return
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(typing)) return
      if (press(event.key.toLowerCase())) event.preventDefault()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [active, press])
}
