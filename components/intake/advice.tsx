'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useForm } from '@/components/desk/form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import en from '@/lib/i18n/en/intake.json'
import { askModelAction, type Advice as Came } from '@/lib/intake/advice/actions'

/** Asks the language model, and says what came of it: how much was let in, and why the rest was not. */
export function Advice({ item }: { item: number }) {
  const { state, pending, form } = useForm<Came>(askModelAction)
  const router = useRouter()
  const came = state.done
  useEffect(() => {
    if (came) router.refresh()
  }, [came, router])
  return (
    <form {...form} className="advice">
      <input type="hidden" name="id" value={item} />
      <div className="buttons">
        <Button type="submit" aria-disabled={pending}>
          {pending ? en.advice.asking : en.advice.ask}
        </Button>
        <span className="small muted">{en.advice.note}</span>
      </div>
      {came ? (
        <Notice look={came.dropped.length ? 'warn' : 'good'} live>
          <p>{came.said}</p>
          {came.dropped.length ? (
            <ul className="small">
              {came.dropped.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : null}
          {came.cut ? <p className="small">{came.cut}</p> : null}
        </Notice>
      ) : null}
      {state.message ? <p role="alert">{state.faults.model ?? state.message}</p> : null}
    </form>
  )
}
