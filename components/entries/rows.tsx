'use client'

import { useState } from 'react'
import type { Fields } from '@/lib/action/fields'
import { type RowName, rowsIn } from '@/lib/entries/forms/rules'

/** The rows of a list in a form. Without a script the button that adds one sends the form and gets it back with one more. */
export function useRows(name: RowName, opened: Fields, least: number) {
  const [rows, setRows] = useState(() => {
    const found = rowsIn(opened, name)
    return found.length ? found : Array.from({ length: least }, (_, i) => i)
  })
  return {
    rows,
    add: (event: React.MouseEvent) => {
      event.preventDefault()
      setRows((before) => [...before, Math.max(-1, ...before) + 1])
    },
    remove: (row: number) => setRows((before) => before.filter((r) => r !== row)),
  }
}
