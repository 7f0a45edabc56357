import { type Actor, assertMay } from '@/lib/auth/actor'
import type { Permission } from '@/lib/auth/permissions'
import { db, type Transaction } from '@/lib/db/client'
import { databaseFault } from '@/lib/db/faults'
import { announceAllPages, announcePages, forgetPages } from '@/lib/db/pages'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { writeAudit } from './mutations'

export type Writing = {
  tx: Transaction
  audit: (row: Parameters<typeof writeAudit>[2]) => Promise<void>
  /** The pages that show this entity are old now. */
  touches: (...aboutIds: number[]) => void
  /** Every page is old now: a name, a definition or a setting changed. */
  touchesAll: () => void
}

/** What a broken constraint means to whoever typed the value. */
const broken: Record<string, { code: 'invalid' | 'conflict'; fault: Fault }> = {
  same_figure_once: { code: 'conflict', fault: { field: 'quantity', code: 'sameFigure' } },
  one_preferred: { code: 'conflict', fault: { field: 'rank', code: 'onePreferred' } },
  one_draft: { code: 'conflict', fault: { field: '', code: 'oneDraft' } },
  one_series_per_key: { code: 'conflict', fault: { field: 'series', code: 'sameSeries' } },
  same_text_once: { code: 'conflict', fault: { field: 'text', code: 'sameText' } },
  same_text_waits_once: { code: 'conflict', fault: { field: 'text', code: 'itemMoved' } },
  candidate_once: { code: 'conflict', fault: { field: 'quote', code: 'sameCandidate' } },
  entry_of_id_fkey: { code: 'conflict', fault: { field: '', code: 'hasSteps' } },
  evidence_once: { code: 'invalid', fault: { field: 'evidence', code: 'sameEvidence' } },
  entity_slug_key: { code: 'conflict', fault: { field: 'slug', code: 'taken' } },
  indicator_code_key: { code: 'conflict', fault: { field: 'code', code: 'taken' } },
  feed_url_key: { code: 'conflict', fault: { field: 'url', code: 'feedWatched' } },
  view_named_once: { code: 'conflict', fault: { field: 'name', code: 'taken' } },
  user_email_key: { code: 'conflict', fault: { field: 'email', code: 'taken' } },
  no_figure_from_the_future: { code: 'invalid', fault: { field: 'obsStatus', code: 'figureFromTheFuture' } },
  period_ascends: { code: 'invalid', fault: { field: 'period', code: 'periodAscends' } },
  period_or_words: { code: 'invalid', fault: { field: 'period', code: 'periodNeedsWords' } },
  base_is_whole: { code: 'invalid', fault: { field: 'base', code: 'baseWhole' } },
  range_ascends: { code: 'invalid', fault: { field: 'quantity', code: 'rangeAscends' } },
  doubt_has_reason: { code: 'invalid', fault: { field: 'note', code: 'doubtNeedsReason' } },
}
/** What a trigger's own state means to whoever meets it. */
const raised: Record<string, Fault> = {
  EN001: { field: '', code: 'alreadyPublished' },
  EN003: { field: 'evidence', code: 'noEvidence' },
  EN005: { field: 'of', code: 'stageOfPromise' },
  EN006: { field: 'evidence', code: 'quoteNotInText' },
  EN011: { field: 'quote', code: 'quoteNotInText' },
  EN013: { field: '', code: 'itemHasOpen' },
  EN008: { field: 'members', code: 'relationIsAPair' },
  EN018: { field: 'lat', code: 'onACorridor' },
}

function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error
  const fault = databaseFault(error)
  if (!fault) return error
  if (fault.away) return new Refusal('unavailable')
  const named = fault.constraint ? broken[fault.constraint] : undefined
  if (named) return new Refusal(named.code, [named.fault])
  const told = fault.state ? raised[fault.state] : undefined
  return told ? new Refusal('invalid', [told]) : error
}

/**
 * The one door for writing: permission → transaction → work → audit → pages told to forget.
 * Work that writes no audit row is a fault of the program and is rolled back. Throws `Refusal` for what the
 * actor may not do, for broken rules (with the field), and when the database is away.
 */
export async function writing<T>(
  actor: Actor,
  permission: Permission,
  work: (write: Writing) => Promise<T>,
): Promise<T> {
  assertMay(actor, permission)
  let tags: string[] = []
  try {
    const result = await db.$transaction(async (tx) => {
      const touched = new Set<number>()
      let all = false
      let audited = 0
      const done = await work({
        tx,
        audit: async (row) => {
          audited++
          await writeAudit(tx, actor, row)
        },
        touches: (...ids) => {
          for (const id of ids) touched.add(id)
        },
        touchesAll: () => {
          all = true
        },
      })
      if (audited === 0 && (touched.size || all)) throw new Error('a write without an audit row')
      if (all) tags = await announceAllPages(tx)
      else if (touched.size) tags = await announcePages(tx, [...touched])
      return done
    })
    if (tags.length) forgetPages(tags)
    return result
  } catch (error) {
    throw asRefusal(error)
  }
}
