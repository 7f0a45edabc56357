'use client'

import { useEffect, useState } from 'react'
import type { Fields } from '@/lib/action/fields'
import type { ChartSpec } from '@/lib/charts/spec'
import type { Neighbour } from '@/lib/entries/queue/queries'

const parts = ['indicator', 'about', 'reporter', 'origin', 'measure', 'unit', 'scope'] as const

/** What a new figure will stand beside: figures of its line, and the chart as readers see it now. */
export type Beside = { rows: Neighbour[]; spec: ChartSpec | null }
const nothing: Beside = { rows: [], spec: null }

/** What stands of the line that the form describes; asked for again when the line changes, not with every key. */
export function useNeighbours(live: Fields, unit: string | null): Beside {
  const query = new URLSearchParams(parts.map((part) => [part, live[`series.${part}`]?.trim() ?? '']))
  if (unit) query.set('unit', unit)
  const asked = query.get('indicator') && query.get('about') && unit ? query.toString() : null
  const [found, setFound] = useState<{ asked: string; beside: Beside } | null>(null)

  useEffect(() => {
    if (asked === null) return
    const request = new AbortController()
    const later = setTimeout(async () => {
      try {
        const answer = await fetch(`/desk/entries/neighbours?${asked}`, { signal: request.signal })
        setFound({ asked, beside: answer.ok ? await answer.json() : nothing })
      } catch {
        // The preview is a help: without it the form works, and saving checks everything anyway.
      }
    }, 300)
    return () => {
      clearTimeout(later)
      request.abort()
    }
  }, [asked])
  return found && found.asked === asked ? found.beside : nothing
}
