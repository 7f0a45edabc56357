'use client'

import { useEffect, useState } from 'react'

/** Words selected in the article: their place in the stored text, and where on the screen they end. */
export type Selected = { start: number; quote: string; x: number; y: number }

/** Offset of a boundary of a selection in the stored text: every piece of text says where it begins. */
function offsetAt(node: Node, offset: number, side: 'start' | 'end'): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const at = node.parentElement?.closest<HTMLElement>('[data-at]')?.dataset.at
    return at === undefined ? null : Number(at) + offset
  }
  const beside = side === 'start' ? node.childNodes[offset] : node.childNodes[offset - 1]
  const pieces = beside instanceof Element ? [...beside.querySelectorAll<HTMLElement>('[data-at]')] : []
  const own = beside instanceof HTMLElement && beside.dataset.at !== undefined ? beside : undefined
  const piece = own ?? (side === 'start' ? pieces[0] : pieces.at(-1))
  if (!piece) return null
  return Number(piece.dataset.at) + (side === 'start' ? 0 : (piece.textContent?.length ?? 0))
}

function read(article: HTMLElement, text: string): Selected | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null
  const from = offsetAt(range.startContainer, range.startOffset, 'start')
  const to = offsetAt(range.endContainer, range.endOffset, 'end')
  if (from === null || to === null || to <= from) return null
  const quote = text.slice(from, to)
  const trimmed = quote.trim()
  if (!trimmed || trimmed.length > 2000) return null
  const box = range.getBoundingClientRect()
  const frame = article.getBoundingClientRect()
  return {
    start: from + quote.indexOf(trimmed),
    quote: trimmed,
    x: Math.max(0, Math.min(box.left - frame.left, frame.width - 260)),
    y: box.bottom - frame.top + 6,
  }
}

/** What is selected in the article now, by mouse, touch or keyboard; null while nothing is. */
export function useSelected(article: React.RefObject<HTMLElement | null>, text: string): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => setSelected(article.current ? read(article.current, text) : null)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [article, text])
  return selected
}
