import { paperTypes, writePaper } from '@/lib/papers/pool'
import { answerBrief } from '../brief/file'

export const dynamic = 'force-dynamic'

/** The brief as a tagged PDF. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerBrief(request, (await params).slug, {
    format: 'pdf',
    type: paperTypes.pdf,
    write: ({ document }) => writePaper(document, 'pdf'),
  })
}
