import { paperTypes, writePaper } from '@/lib/papers/pool'
import { answerBrief } from '../brief/file'

export const dynamic = 'force-dynamic'

/** The brief as a Word file. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerBrief(request, (await params).slug, {
    format: 'docx',
    type: paperTypes.docx,
    write: ({ document }) => writePaper(document, 'docx'),
  })
}
