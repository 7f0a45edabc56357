import { assertMay } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { Refusal } from '@/lib/errors/refusal'
import { answer } from '@/lib/http/door'
import { frozenAt, pageHref, readAddress } from '@/lib/saved-views/rules'

export const dynamic = 'force-dynamic'

/**
 * Leads to the page of a relation that `to` names, with both clocks stopped at this moment: an address that can be given
 * away. The pages that link here are kept for everybody and know no moment.
 */
export async function GET(request: Request): Promise<Response> {
  return answer('a frozen link', async () => {
    assertMay(await currentActor(), 'read')
    const address = readAddress(new URL(request.url).searchParams.get('to') ?? '')
    if (!address) throw new Refusal('notFound')
    const { relation, page, settings } = address
    return new Response(null, {
      status: 303,
      headers: { location: pageHref(relation, page, frozenAt(settings, new Date())), 'cache-control': 'no-store' },
    })
  })
}
