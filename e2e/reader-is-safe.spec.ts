import { createHash } from 'node:crypto'
import { expect, signIn, test } from './support/fixtures'
import { personOf } from './support/people'

test.use({ expectedErrors: [/status of 404/] })

const kinds = [
  { name: 'the list of relations', path: '/' },
  { name: 'a dashboard', path: '/relations/aze-kaz' },
  { name: 'a search', path: '/search?q=turnver' },
  { name: 'a dashboard with settings', path: '/relations/aze-kaz?theme=trade&known=2023-06-01' },
  { name: 'an indicator', path: '/relations/aze-kaz/indicators/trade-turnover' },
  { name: 'conflicts', path: '/relations/aze-kaz/conflicts' },
  { name: 'a brief', path: '/relations/aze-kaz/brief?theme=trade&theme=transport' },
  { name: 'a time line', path: '/relations/aze-kaz/timeline' },
  { name: 'a comparison', path: '/compare?line=aze-kaz:trade-turnover:kaz&base=2018' },
  { name: 'a corridor', path: '/relations/aze-kaz/corridor' },
  { name: 'an entry', path: '/relations/aze-kaz/entries/1' },
  { name: 'the promises', path: '/relations/aze-kaz/promises' },
  { name: 'the agreements', path: '/relations/aze-kaz/agreements' },
  { name: 'a missing relation', path: '/relations/aze-nld' },
  { name: 'a missing indicator', path: '/relations/aze-kaz/indicators/horse-trade' },
  { name: 'a missing page', path: '/there/is/nothing' },
  { name: 'the sign-in', path: '/sign-in' },
]

for (const { name, path } of kinds)
  test(`the policy of ${name} names every script that runs, and nothing else may run`, async ({ page }) => {
    const answer = await page.goto(path)
    const headers = answer?.headers() ?? {}
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split(';').map((part) => {
        const [directive, ...sources] = part.trim().split(/\s+/)
        return [directive, sources]
      }),
    )
    const scripts = policy.get('script-src') ?? []
    expect(scripts.filter((source) => !/^'self'$|^'sha256-[\w+/]+={0,2}'$/.test(source))).toEqual([])
    expect(policy.get('default-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()

    // Blocks of data never run, whatever they hold.
    const html = ((await answer?.text()) ?? '').replace(/<script type="application\/json"[^>]*>[^<]*<\/script>/g, '')
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(inline.map(([, text = '']) => hash(text)).filter((named) => !scripts.includes(named))).toEqual([])
  })

test('a script that is smuggled into a page does not run', async ({ page, complaints }) => {
  await page.goto('/relations/aze-kaz')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "smuggled"'
    document.head.append(script)
  })
  await expect(page).toHaveTitle(/Entente/)
  expect(complaints.splice(0).join()).toContain('Content Security Policy')
})

test('a reader gets no cookie; who signs in gets cookies that no script and no other site can use', async ({
  page,
  context,
}, { parallelIndex }) => {
  await page.goto('/relations/aze-kaz')
  expect(await context.cookies()).toEqual([])
  await signIn(page, personOf('reader', parallelIndex))
  const cookies = await context.cookies()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ httpOnly: true, path: '/' })
    expect(['Lax', 'Strict']).toContain(cookie.sameSite)
  }
  const kept = await page.goto('/relations/aze-kaz')
  expect(kept?.headers()['cache-control']).toMatch(/private|no-store/)
})

test('a browser that asks for an icon where a document names none gets one', async ({ request }) => {
  const icon = await request.get('/favicon.ico')
  expect(icon.status()).toBe(200)
  expect(icon.headers()['content-type']).toContain('image/svg+xml')
})
