import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/**
 * Stands between a server and its PostgreSQL and counts what is asked: it reads the frontend messages of protocol 3.0
 * (Query and Execute are a statement each) and passes everything on. Only connections of the pages' pool are counted.
 */
export class StatementCounter {
  #statements: string[] = []

  private constructor(
    readonly url: string,
    private readonly close: () => Promise<void>,
  ) {}

  static async before(databaseUrl: string, applicationName = 'entente'): Promise<StatementCounter> {
    const target = new URL(databaseUrl)
    const socketDir = target.searchParams.get('host')
    const port = Number(target.port || 5432)
    const open = new Set<Socket>()
    const server = createServer((client) => {
      const upstream = socketDir?.startsWith('/')
        ? connect(`${socketDir}/.s.PGSQL.${port}`)
        : connect(port, socketDir ?? target.hostname)
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        open.add(from)
        from.on('error', () => to.destroy()).on('close', () => to.destroy())
        from.pipe(to)
      }
      const read = frontendMessages(applicationName, (text) => counter.#statements.push(text))
      client.on('data', read)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const through = new URL(databaseUrl)
    through.hostname = '127.0.0.1'
    through.port = String(typeof address === 'object' && address ? address.port : 0)
    through.searchParams.delete('host')
    through.searchParams.set('sslmode', 'disable')
    const counter = new StatementCounter(through.href, async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    })
    return counter
  }

  /** The statements that were executed while `work` ran. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.#statements = []
    await work()
    return this.#statements
  }

  stop(): Promise<void> {
    return this.close()
  }
}

function frontendMessages(applicationName: string, executed: (statement: string) => void) {
  let rest = Buffer.alloc(0)
  let started = false
  let counted = false
  let parsed = ''
  const named = new Map<string, string>()
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = started ? 1 : 0
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      const body = rest.subarray(head + 4, length)
      const type = started ? String.fromCharCode(rest[0]!) : ''
      rest = rest.subarray(length)
      if (!started) {
        started = true
        counted = body.toString('latin1', 4).split('\0').includes(applicationName)
      } else if (type === 'P') {
        const [name = '', text = ''] = body.toString('utf8').split('\0')
        named.set(name, text)
        parsed = text
      } else if (type === 'B') {
        const [, name = ''] = body.toString('utf8').split('\0')
        parsed = named.get(name) ?? parsed
      } else if (counted && type === 'Q') executed(body.toString('utf8', 0, body.length - 1))
      else if (counted && type === 'E') executed(parsed)
    }
  }
}
