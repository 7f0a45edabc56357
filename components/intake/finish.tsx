'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useForm } from '@/components/desk/form'
import { StepForm } from '@/components/desk/step-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import en from '@/lib/i18n/en/intake.json'
import { fill } from '@/lib/i18n/fill'
import { finishItemAction, reopenItemAction, type SentOn, sendAcceptedAction } from '@/lib/intake/reading/actions'
import { sendable } from './deciding'
import type { CandidateView } from './view'

export type FinishProps = {
  item: { id: number; revision: number; state: 'in_work' | 'done' }
  may: { write: boolean; publish: boolean }
  views: readonly CandidateView[]
}

/** The end of an article: its drafts go on together, and what is left is set aside. */
export function Finish({ item, may, views }: FinishProps) {
  const { state, pending, form } = useForm<SentOn>(sendAcceptedAction)
  const router = useRouter()
  const sent = state.done
  useEffect(() => {
    if (sent) router.refresh()
  }, [sent, router])
  const open = views.filter((v) => v.state === 'open').length
  const { submit, publish } = sendable(views)
  const hidden = { id: String(item.id), revision: String(item.revision), open: String(open) }
  const say = (pattern: string, count: number) => fill(pattern, { count })
  return (
    <footer className="board-end">
      {sent ? (
        <Notice look={sent.kept.length ? 'warn' : 'good'} live>
          <p>{say(en.board.sent, sent.sent)}</p>
          {sent.kept.map(({ entry, why }) => (
            <p key={entry} className="small">
              <a href={`/desk/entries/${entry}`}>{fill(en.board.kept, { entry, why })}</a>
            </p>
          ))}
        </Notice>
      ) : null}
      {state.message ? <p role="alert">{state.message}</p> : null}
      {submit || (may.publish && publish) ? (
        <form {...form} className="buttons">
          <input type="hidden" name="id" value={item.id} />
          {submit ? (
            <Button type="submit" name="intent" value="submit" aria-disabled={pending}>
              {say(en.board.send, submit)}
            </Button>
          ) : null}
          {may.publish ? (
            <Button type="submit" name="intent" value="publish" aria-disabled={pending}>
              {say(en.board.publish, publish)}
            </Button>
          ) : null}
        </form>
      ) : null}
      {item.state === 'done' && open === 0 ? (
        <div className="buttons">
          <span className="muted small">{en.board.doneText}</span>
          <StepForm action={reopenItemAction} hidden={hidden} label={en.board.reopen} />
        </div>
      ) : (
        <StepForm
          action={finishItemAction}
          hidden={hidden}
          label={open ? say(en.board.finishRest, open) : en.board.finish}
          look={open ? 'plain' : 'primary'}
        />
      )}
    </footer>
  )
}
