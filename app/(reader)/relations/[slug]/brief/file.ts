import { currentActor } from '@/lib/auth/session'
import { getBrief } from '@/lib/briefs/queries'
import { type Brief, BriefFilters } from '@/lib/briefs/schema'
import { getRelations } from '@/lib/dashboards/queries'
import { Refusal } from '@/lib/errors/refusal'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { missing, shown } from '../../../chart-file'

const names = ['from', 'to', 'reporter', 'known', 'edition'] as const

/**
 * The filters of a file's address. What cannot be one is refused by name: a file is passed on, and nobody would see
 * that it holds something else than was asked for.
 */
function filtersOf(search: URLSearchParams): BriefFilters {
  const themes = search.getAll('theme').filter(Boolean)
  const given = Object.fromEntries(names.map((name) => [name, search.get(name) || undefined]))
  const parsed = BriefFilters.safeParse({ ...given, themes })
  const unread = names.filter((name) => given[name] !== undefined && parsed.data?.[name] == null)
  if (!parsed.success)
    throw new Refusal('invalid', [{ field: 'theme', code: 'noSuchTheme', values: { value: shown(themes.join(', ')) } }])
  if (unread.length)
    throw new Refusal(
      'invalid',
      unread.map((field) => ({ field, code: 'notASetting', values: { value: shown(given[field] ?? '') } })),
    )
  const { from, to } = parsed.data
  if (from && to && from >= to)
    throw new Refusal('invalid', [{ field: 'from', code: 'fromAfterTo', values: { value: from, to } }])
  return parsed.data
}

/** Answers with the brief as a file, made from the same query as its page. */
export function answerBrief(
  request: Request,
  slug: string,
  file: { format: 'pdf' | 'docx' | 'csv'; type: string; write: (brief: Brief) => Promise<Uint8Array | string> },
): Promise<Response> {
  return answer('a brief', async () => {
    const filters = filtersOf(new URL(request.url).searchParams)
    const actor = await currentActor()
    const brief = await getBrief(actor, slug, filters)
    if (!brief) {
      const relations = await getRelations(actor)
      throw missing({
        field: 'relation',
        code: 'noSuchRelation',
        values: { value: shown(slug), expected: relations.map((r) => r.slug).join(', ') },
      })
    }
    const about = filters.themes.length ? `-${filters.themes.join('-')}` : ''
    return fileAnswer(request, actor, {
      name: `${slug}-brief${about}.${file.format}`,
      type: file.type,
      body: await file.write(brief),
      inline: file.format === 'pdf',
    })
  })
}
