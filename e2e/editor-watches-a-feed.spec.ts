import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { faultBeside, fill, press } from './support/desk'
import { expect, expectAccessible, test, unique } from './support/fixtures'

test('an editor watches a feed: sees it fail in plain words, then bring what names a relation, pauses and removes it', async ({
  signedInAs,
}) => {
  const name = unique('Gazette')
  const told = unique('Kazakhstan and Azerbaijan open a ferry line')
  const feed = `<rss version="2.0"><channel><title>Gazette</title>
    <item><guid isPermaLink="false">a</guid><title>${told}</title><link>https://gazette.example/${encodeURIComponent(told)}</link></item>
    <item><guid isPermaLink="false">b</guid><title>A cup final in Almaty</title></item></channel></rss>`
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers['if-none-match'])
    const known = request.headers['if-none-match'] === '"1"'
    response.writeHead(known ? 304 : 200, { 'content-type': 'application/rss+xml', etag: '"1"' }).end(known ? '' : feed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://${name.replace(' ', '-').toLowerCase()}.example:${port}/feed.xml`
  const poll = async () => {
    const run = promisify(execFile)
    const databaseUrl = process.env.E2E_DATABASE_URL!
    await run(process.execPath, ['--import', 'tsx', 'e2e/support/poll-feed.ts', url, String(port)], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    })
  }

  const editor = await signedInAs('editor')
  await editor.goto('/desk')
  await editor.getByRole('link', { name: 'Watch list', exact: true }).click()
  await fill(editor, { url: 'news.example', title: name })
  await press(editor, 'Watch it')
  await expect(faultBeside(editor, 'url')).toContainText('is not a web address')
  await expect(editor.locator('[name=title]')).toHaveValue(name)
  await fill(editor, { url })
  await press(editor, 'Watch it')
  const line = editor.locator('.feeds > li').filter({ hasText: name })
  // The server asks the public web only: this port is none of its doors.
  await expect(line).toContainText(`Port ${port} is not asked`, { timeout: 60_000 })
  await expect(line).toContainText('fails: once')
  await expect(line).toContainText('nothing yet')
  await expectAccessible(editor)

  await poll()
  await editor.reload()
  await expect(line).toContainText('answers')
  await expect(line).toContainText('1 item · 1 named no relation')
  await poll()
  expect(asked).toEqual([undefined, '"1"'])
  await editor.getByRole('link', { name: 'To the intake queue' }).click()
  await expect(editor.getByText(told)).toHaveCount(1)

  await editor.goto('/desk/watch')
  await line.getByRole('button', { name: 'Pause' }).click()
  await expect(line).toContainText('paused')
  await expect(line.getByRole('button', { name: 'Ask now' })).toHaveCount(0)
  await line.getByRole('button', { name: 'Remove' }).click()
  await expect(line).toHaveCount(0)
  server.close()
})

test('a reader has no watch list', async ({ signedInAs }) => {
  const reader = await signedInAs('reader')
  await reader.goto('/desk/watch')
  await expect(reader.getByRole('button', { name: 'Watch it' })).toHaveCount(0)
})
test.use({ expectedErrors: [/status of 403/] })
