import { currentActor } from '@/lib/auth/session'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { toAtom } from '@/lib/revisions/files/rules'
import { listRevisions, most } from '@/lib/revisions/queries'
import { RevisionFilters, type RevisionLine } from '@/lib/revisions/schema'
import { noRelation } from '../no-relation'

export const dynamic = 'force-dynamic'

/** The latest changes as a feed, for whoever follows a relation in a reader of theirs. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answer('a feed', async () => {
    const actor = await currentActor()
    const found = await listRevisions(actor, slug, RevisionFilters.parse({}), most.feed)
    if (!found) throw await noRelation(actor, slug)
    const t = translator(defaultLocale, 'revisions')
    const origin = process.env.ENTENTE_URL ?? new URL(request.url).origin
    const page = `${origin}/relations/${slug}/changes`
    const changed = (line: RevisionLine) =>
      line.fields.map(({ field, from, to }) =>
        t('feedChange', { field, from: from ?? t('nothing'), to: to ?? t('nothing') }),
      )
    const body = toAtom(
      found.lines.map(({ line }) => line),
      {
        ...{ title: t('feedTitle', { name: found.name }), lang: defaultLocale, origin, page, self: `${page}.atom` },
        headline: (line) => t('feedEntry', { what: t(`acts.${line.act}`), title: line.claim.text }),
        summary: (line) =>
          [line.text, ...changed(line), line.why && t('why', { why: line.why }), line.source]
            .filter(Boolean)
            .join('. '),
      },
      new Date(0).toISOString(),
    )
    return fileAnswer(request, actor, {
      name: `${slug}-changes.atom`,
      type: 'application/atom+xml; charset=utf-8',
      body,
      inline: true,
    })
  })
}
