'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { Notice } from '@/components/ui/notice'
import { type FormState, untouched } from '@/lib/action/state'
import en from '@/lib/i18n/en/desk.json'

type Action<T> = (before: FormState<T>, form: FormData) => Promise<FormState<T>>

/**
 * A form that works without a script and, with one, keeps its fields as they are whatever the answer is: React would
 * empty them. Also holds a second click back until the first is answered, and says so when the server cannot be reached.
 */
export function useForm<T>(action: Action<T>) {
  const [posted, post] = useActionState<FormState<T>, FormData>(action, untouched)
  const [answered, setAnswered] = useState<FormState<T> | null>(null)
  const [pending, start] = useTransition()
  const busy = useRef(false)
  const state = answered ?? posted

  function onSubmit(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy.current) return
    busy.current = true
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, submitter)
    start(async () => {
      let next: FormState<T>
      try {
        next = await action({ ...untouched, turn: state.turn }, form)
      } catch (error) {
        unstable_rethrow(error)
        next = { ...untouched, turn: state.turn + 1, message: en.offline }
      } finally {
        busy.current = false
      }
      start(() => setAnswered(next))
    })
  }
  return { state, pending, form: { action: post, onSubmit, noValidate: true } }
}

/** What a form says above its fields after an answer; takes the focus, so that nobody misses it. */
export function FormMessage<T>({ state }: { state: FormState<T> }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.turn > 0 && state.message) ref.current?.focus()
  }, [state.turn, state.message])
  if (!state.message) return null
  return (
    <div ref={ref} tabIndex={-1} className="form-message">
      <Notice look="bad" live>
        {state.refused === 'signInNeeded' ? (
          <p>
            {en.signInAgainText}{' '}
            <a href="/sign-in?next=/sign-in/done" target="_blank" rel="noopener">
              {en.signInAgain}
            </a>
          </p>
        ) : (
          <p>{state.message}</p>
        )}
      </Notice>
    </div>
  )
}

/** Enter in a field presses the first button of a form: this one, which no one sees, so that it is the ordinary one. */
export function OrdinaryButton({ name, value }: { name?: string; value?: string }) {
  return <button type="submit" name={name} value={value} className="hidden-visually" tabIndex={-1} aria-hidden="true" />
}
