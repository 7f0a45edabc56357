import { currentActor } from '@/lib/auth/session'
import { Refusal } from '@/lib/errors/refusal'
import { answer } from '@/lib/http/door'
import { getSource } from '@/lib/sources/queries'

export const dynamic = 'force-dynamic'

/** A source's stored text as it is, to select a quote in. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer('the text of a source', async () => {
    const { id } = await params
    const source = /^[1-9]\d{0,8}$/.test(id) ? await getSource(await currentActor(), Number(id)) : null
    if (source?.text == null) throw new Refusal('notFound')
    return new Response(source.text, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
