import { listAgreementRows } from '@/lib/agreements/queries'
import { agreementColumns } from '@/lib/agreements/rules'
import { AgreementFilters } from '@/lib/agreements/schema'
import { currentActor } from '@/lib/auth/session'
import { contentTypes } from '@/lib/charts/request'
import { toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { noRelation } from '../no-relation'

export const dynamic = 'force-dynamic'

/** The agreements that the page shows under the same settings: each with its steps, each row with what it cites. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answer('a table of agreements', async () => {
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const actor = await currentActor()
    const rows = await listAgreementRows(actor, slug, AgreementFilters.parse(asked))
    if (!rows) throw await noRelation(actor, slug)
    return fileAnswer(request, actor, {
      name: `${slug}-agreements.csv`,
      type: contentTypes.csv,
      body: toCsv(agreementColumns, rows),
    })
  })
}
