import { currentActor } from '@/lib/auth/session'
import { answer } from '@/lib/http/door'
import { listReported } from '@/lib/intake/candidates/queries'
import { toPassage } from '@/lib/intake/passages/rules'

export const dynamic = 'force-dynamic'

/** What was reported as wrong, as annotated passages: a file of the extractor's tests. */
export async function GET(): Promise<Response> {
  return answer('passages that were read wrongly', async () => {
    const reported = await listReported(await currentActor(), 1000)
    return new Response(`${JSON.stringify(reported.map(toPassage), null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="passages.json"',
        'cache-control': 'private, no-store',
      },
    })
  })
}
