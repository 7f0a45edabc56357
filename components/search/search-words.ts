import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Sentences of the box, given by the server so that the catalogue does not go along. */
export type SearchWords = {
  label: string
  placeholder: string
  submit: string
  recent: string
  suggested: string
  forget: string
  all: string
  offered: string
}

/** The sentences of the box; `{q}` and `{count}` are filled in the browser. */
export function searchWords(): SearchWords {
  const t = translator(defaultLocale, 'search')
  return {
    label: t('label'),
    placeholder: t('placeholder'),
    submit: t('submit'),
    recent: t('recent'),
    suggested: t('suggested'),
    forget: t('forget'),
    all: t.raw('all') as string,
    offered: t.raw('offered') as string,
  }
}
