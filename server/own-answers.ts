import { STATUS_CODES } from 'node:http'
import { translator } from '@/lib/i18n/translate'
import type { Answer } from './page-cache'
import { pagePolicy } from './security-headers'

/** Answers that the server itself gives, when no page can. Keys of `server` in the message catalogue. */
export type OwnAnswer = 'starting' | 'tooSlow' | 'databaseAway' | 'broken' | 'tooLarge' | 'stopping' | 'busy'

const statuses: Record<OwnAnswer, number> = {
  starting: 503,
  tooSlow: 503,
  databaseAway: 503,
  broken: 500,
  tooLarge: 413,
  stopping: 503,
  busy: 503,
}

const style = `:root{color-scheme:light dark}body{font:1.05rem/1.55 system-ui,sans-serif;max-inline-size:34rem;margin:18vh auto 0;padding:0 1.25rem}h1{font-size:1.4rem;line-height:1.25}p{opacity:.8}`

/** @param accept the client's `Accept`: a page for people, problem+json (RFC 9457) for machines. */
export function ownAnswer(kind: OwnAnswer, accept: string | undefined): Answer {
  const t = translator('en', 'server')
  const status = statuses[kind]
  const headers = {
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': kind === 'starting' ? '2' : '10' }),
  }
  if (!accept?.includes('text/html')) {
    const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: t(`${kind}.detail`) }
    const body = Buffer.from(`${JSON.stringify(problem)}\n`)
    return { status, headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' }, body }
  }
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t(`${kind}.title`)} · Entente</title><style>${style}</style></head><body><main><h1>${t(`${kind}.title`)}</h1><p>${t(`${kind}.detail`)}</p></main></body></html>`
  return {
    status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(html, [style]),
    },
    body: Buffer.from(html),
  }
}

/**
 * Next answers a page that failed, or called `notFound()`, with an empty body that only a script fills. This puts a
 * sentence there for everybody else.
 */
export function withoutScript(html: string, kind: 'notFound' | 'broken' | 'databaseAway'): string {
  const t = translator('en', 'server')
  const words = `<main><h1>${t(`${kind}.title`)}</h1><p>${t(`${kind}.detail`)}</p></main>`
  return html.replace('<body>', `<body><noscript>${words}</noscript>`)
}
