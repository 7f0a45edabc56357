'use client'

import { useEffect, useState } from 'react'
import type { Fields } from '@/lib/action/fields'
import type { Neighbour } from '@/lib/entries/queue/queries'

const parts = ['indicator', 'about', 'reporter', 'origin', 'measure', 'unit', 'scope'] as const

/** What stands of the line that the form describes; asked for again when the line changes, not with every key. */
export function useNeighbours(live: Fields, unit: string | null): Neighbour[] {
  const query = new URLSearchParams(parts.map((part) => [part, live[`series.${part}`]?.trim() ?? '']))
  if (unit) query.set('unit', unit)
  const asked = query.get('indicator') && query.get('about') && unit ? query.toString() : null
  const [found, setFound] = useState<{ asked: string; rows: Neighbour[] } | null>(null)

  useEffect(() => {
    if (asked === null) return
    const request = new AbortController()
    const later = setTimeout(async () => {
      try {
        const answer = await fetch(`/desk/entries/neighbours?${asked}`, { signal: request.signal })
        setFound({ asked, rows: answer.ok ? await answer.json() : [] })
      } catch {
        // The preview is a help: without it the form works, and saving checks everything anyway.
      }
    }, 300)
    return () => {
      clearTimeout(later)
      request.abort()
    }
  }, [asked])
  return found && found.asked === asked ? found.rows : []
}
