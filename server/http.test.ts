import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { WebServer } from './http'

const settings = { port: 0, host: '127.0.0.1', requestTimeout: 5000 }
const address = (web: WebServer) => `http://127.0.0.1:${web.port}/`

describe('the web server', () => {
  test('says that it is starting until it has something to serve', async () => {
    const web = await WebServer.listen(settings)
    const early = await fetch(address(web), { headers: { accept: 'text/html' } })
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await early.text()).toContain('Entente is starting')
    web.serve((_, response) => response.end('here'))
    expect(await (await fetch(address(web))).text()).toBe('here')
    await web.drain(0)
  })

  test('a port in use is refused with a sentence', async () => {
    const web = await WebServer.listen(settings)
    await expect(WebServer.listen({ ...settings, port: web.port })).rejects.toThrow(
      `Another program listens on 127.0.0.1:${web.port} already.`,
    )
    await web.drain(0)
  })

  test('draining lets a request under way finish and takes no new one', async () => {
    const web = await WebServer.listen(settings)
    let finish: ServerResponse | undefined
    web.serve((_, response) => {
      finish = response
      web.server.emit('reached')
    })
    const reached = once(web.server, 'reached')
    const slow = fetch(address(web))
    await reached
    const drained = web.drain(5000)
    await expect(fetch(address(web))).rejects.toThrow()
    finish!.end('finished')
    expect(await (await slow).text()).toBe('finished')
    await drained
  })

  test('draining cuts a request that does not end', async () => {
    const web = await WebServer.listen(settings)
    web.serve(() => web.server.emit('reached'))
    const reached = once(web.server, 'reached')
    const endless = fetch(address(web)).catch(() => 'cut')
    await reached
    await web.drain(20)
    expect(await endless).toBe('cut')
  })
})
