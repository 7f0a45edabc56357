import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'

/**
 * The answer that carries a file: anybody may keep it but asks again, because a publication is to be seen at once; who
 * has it already (`If-None-Match`) gets 304.
 * @param name what it is called where it is saved; `inline` lets a browser show it instead of saving it.
 */
export function fileAnswer(
  request: Request,
  actor: Actor,
  file: { name: string; type: string; body: Uint8Array | string; inline?: boolean },
): Response {
  const bytes = Buffer.from(file.body as Uint8Array)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  const headers = {
    'content-type': file.type,
    'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename="${file.name}"`,
    'cache-control': actor.role === null ? 'public, no-cache' : 'private, no-cache',
    'x-content-type-options': 'nosniff',
    etag,
  }
  const known = request.headers
    .get('if-none-match')
    ?.split(/\s*,\s*/)
    .map((tag) => tag.replace(/^W\//, ''))
  return known?.includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(bytes), { headers })
}
