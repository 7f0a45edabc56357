'use server'

import { fromForm } from '@/lib/action/door'
import { fieldsOf } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { assertMay } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors/refusal'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { dropMessage, dropReasons } from '@/lib/model/admit'
import { suggestCandidates } from '@/lib/model/suggest'
import { getItem } from '../queries'
import { addAdvice } from './mutations'

/** What came of asking: how much was new, known and dropped, each in a sentence. */
export type Advice = { said: string; dropped: string[]; cut: string | null }

/** Asks the language model that was set up what an article states. Whatever it answers, nothing else changes. */
export async function askModelAction(before: FormState<Advice>, form: FormData): Promise<FormState<Advice>> {
  return fromForm(before, form, async (actor) => {
    assertMay(actor, 'entry.write')
    const { id } = fieldsOf(form)
    const item = /^\d{1,9}$/.test(id ?? '') ? await getItem(actor, Number(id)) : null
    if (!item?.text || item.sourceId === null) throw new Refusal('notFound')
    const { admitted, dropped, asked } = await suggestCandidates(item.text, { date: item.publishedOn })
    const { fresh, known } = await addAdvice(actor, item.id, { admitted, dropped })
    const t = translator(defaultLocale, 'intake')
    const reasons = translator(defaultLocale, 'model')
    const failed = Object.values(dropped).reduce((sum, count) => sum + count, 0)
    return {
      said: t('advice.said', { count: fresh + known + failed, fresh, known, failed }),
      dropped: dropReasons.flatMap((reason) =>
        dropped[reason] ? [reasons(dropMessage(reason), { count: dropped[reason] })] : [],
      ),
      cut: asked < item.text.length ? t('advice.cut', { asked, count: item.text.length }) : null,
    }
  })
}
