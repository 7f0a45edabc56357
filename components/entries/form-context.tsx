'use client'

import { createContext, useContext } from 'react'
import type { Fields } from '@/lib/action/fields'
import type { EntryKind } from '@/lib/entries/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import type { FieldChoices } from './choices'

type Filling = {
  kind: EntryKind
  /** What the fields open with; what was sent, after an answer. */
  opened: Fields
  /** What stands in the fields now. */
  live: Fields
  faults: Record<string, string>
  choices: FieldChoices
}

export const FillingContext = createContext<Filling | null>(null)

export function useFilling(): Filling {
  const filling = useContext(FillingContext)
  if (!filling) throw new Error('a field of an entry outside its form')
  return filling
}

/** Name, opening value and fault of a field; a fault of a part ("quantity.value") stands beside the whole. */
export function useField() {
  const { opened, faults, choices } = useFilling()
  const usual = (name: string) =>
    name.endsWith('.new.accessedOn') ? choices.today : name.endsWith('.new.language') ? defaultLocale : ''
  return (name: string) => ({
    name,
    defaultValue: opened[name] ?? usual(name),
    fault: faults[name] ?? Object.entries(faults).find(([key]) => key.startsWith(`${name}.`))?.[1],
  })
}
