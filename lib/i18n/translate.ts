import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import type { Locale } from './locales'
import { type Messages, messages } from './messages'

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>
const kept = new Map<string, unknown>()

/**
 * Sentences of one namespace of the catalogue, e.g. `translator('en', 'errors')('notFound')`.
 * Kept per language and namespace, because parsing the patterns costs more than filling them.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  const key = `${locale} ${namespace}`
  const make = () => createTranslator<Messages, N>({ locale, messages: messages[locale], namespace, timeZone: 'UTC' })
  let found = kept.get(key) as ReturnType<typeof make> | undefined
  if (!found) {
    found = make()
    kept.set(key, found)
  }
  return found
}
