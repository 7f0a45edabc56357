import { StepForm } from '@/components/desk/step-form'
import { ButtonLink } from '@/components/ui/button'
import {
  discardDraftAction,
  publishEntryAction,
  rejectEntryAction,
  retireEntryAction,
  submitEntryAction,
} from '@/lib/entries/actions'
import type { StoredVersion } from '@/lib/entries/versions/queries'
import en from '@/lib/i18n/en/review.json'

/** What can be done with a version now, by this person. The mutations check again. */
export function EntrySteps({
  version,
  may,
  blocked,
  draft,
  from,
}: {
  version: StoredVersion
  may: { write: boolean; publish: boolean; reject: boolean; retire: boolean }
  /** Publication would refuse it. */
  blocked: boolean
  /** A draft of the same entry that is open. */
  draft: number | null
  /** The list it is done from, to come back to. */
  from: '' | 'review'
}) {
  const { id, state, revision, retired } = version
  const hidden = { id: String(id), revision: String(revision), from }
  const isOpen = state === 'draft' || state === 'in_review'
  return (
    <div className="steps no-print">
      {may.write && state === 'draft' ? (
        <StepForm action={submitEntryAction} hidden={hidden} label={en.submit} look="primary" />
      ) : null}
      {may.publish && isOpen && !blocked ? (
        <StepForm
          action={publishEntryAction}
          hidden={hidden}
          label={en.publish}
          look={state === 'in_review' ? 'primary' : 'plain'}
        />
      ) : null}
      {may.reject && state === 'in_review' ? (
        <StepForm
          action={rejectEntryAction}
          hidden={hidden}
          label={en.reject}
          look="danger"
          reason={{ label: en.rejectReason }}
        />
      ) : null}
      {may.write && (state === 'draft' || state === 'rejected') ? (
        <StepForm action={discardDraftAction} hidden={hidden} label={en.discard} look="danger" note={en.discardNote} />
      ) : null}
      {state === 'published' && !retired && draft !== null ? (
        <ButtonLink href={`/desk/entries/${draft}`}>{en.newDraft}</ButtonLink>
      ) : null}
      {may.write && state === 'published' && !retired && draft === null ? (
        <ButtonLink look="primary" href={`/desk/entries/${version.rootId}/correct`}>
          {en.correct}
        </ButtonLink>
      ) : null}
      {may.retire && state === 'published' && !retired ? (
        <StepForm
          action={retireEntryAction}
          hidden={{ id: String(id), root: String(version.rootId), revision: String(version.version) }}
          label={en.retire}
          look="danger"
          reason={{ label: en.retireReason, note: en.retireNote }}
        />
      ) : null}
    </div>
  )
}
