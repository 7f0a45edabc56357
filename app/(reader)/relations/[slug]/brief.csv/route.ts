import type { CitedRow } from '@/lib/briefs/schema'
import { type Columns, citationColumns, toCsv } from '@/lib/formats/csv'
import { answerBrief } from '../brief/file'

export const dynamic = 'force-dynamic'

const columns: Columns<CitedRow> = {
  note: 'note',
  part: 'part',
  claim: 'claim',
  speaker: 'speaker',
  said: 'said_on',
  ...citationColumns,
}

/** Every claim of the brief with the sentence that states it. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerBrief(request, (await params).slug, {
    format: 'csv',
    type: 'text/csv; charset=utf-8',
    write: async ({ cited }) => toCsv(columns, cited),
  })
}
