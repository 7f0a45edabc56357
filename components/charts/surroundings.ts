import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import type { Size } from '@/lib/charts/scene'

const dark = '(prefers-color-scheme: dark)'

/** Light or dark: `data-theme` on the page overrules what the system asks for, and paper is always light. */
export function useThemeName(): 'light' | 'dark' {
  return useSyncExternalStore(watchTheme, themeName, () => 'light' as const)
}

let printing = false

function themeName(): 'light' | 'dark' {
  if (printing) return 'light'
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return window.matchMedia(dark).matches ? 'dark' : 'light'
}

function watchTheme(changed: () => void): () => void {
  const system = window.matchMedia(dark)
  const page = new MutationObserver(changed)
  const print = (event: Event) => {
    printing = event.type === 'beforeprint'
    changed()
  }
  system.addEventListener('change', changed)
  page.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  window.addEventListener('beforeprint', print)
  window.addEventListener('afterprint', print)
  return () => {
    system.removeEventListener('change', changed)
    page.disconnect()
    window.removeEventListener('beforeprint', print)
    window.removeEventListener('afterprint', print)
  }
}

/** Size of an element in whole CSS pixels, null until it is known. */
export function useBoxSize(box: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const [width, height] = [element.clientWidth, element.clientHeight]
      if (width > 0 && height > 0)
        setSize((last) => (last?.width === width && last.height === height ? last : { width, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [box])
  return size
}

/** Texts are measured once and the widths kept, so the drawing waits for its fonts, but not for ever. */
export function useFontsReady(font: string): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let wanted = true
    const done = () => wanted && setReady(true)
    const patience = setTimeout(done, 1500)
    Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px ${font}`))).then(done, done)
    return () => {
      wanted = false
      clearTimeout(patience)
    }
  }, [font])
  return ready
}
