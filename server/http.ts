import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Settings } from '@/lib/env/settings'
import { sendOwn } from './request-handler'
import { Stop } from './stop'

/**
 * The web server. It takes its port at once and answers "starting" until it is given the product, so that a port in
 * use is known before minutes of building, and a browser that is too early gets a sentence.
 */
export class WebServer {
  readonly #server: Server
  #handle: RequestListener | null = null
  #draining = false

  private constructor(requestTimeout: number) {
    this.#server = createServer(
      {
        // Time to send a whole request, headers and body; the time to answer it is counted in the handler.
        requestTimeout,
        headersTimeout: Math.min(10_000, requestTimeout),
        keepAliveTimeout: 10_000,
        maxHeaderSize: 16_384,
      },
      (request, response) => this.#receive(request, response),
    )
  }

  /** @throws Stop when the port cannot be had. */
  static async listen({ port, host, requestTimeout }: Pick<Settings, 'port' | 'host' | 'requestTimeout'>) {
    const web = new WebServer(requestTimeout)
    await new Promise<void>((resolve, reject) => {
      web.#server.once('error', (error: NodeJS.ErrnoException) => reject(new Stop(portFault(error, port, host))))
      web.#server.listen(port, host ?? undefined, resolve)
    })
    return web
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  get server(): Server {
    return this.#server
  }

  serve(handle: RequestListener) {
    this.#handle = handle
  }

  /** Accepts nothing new, lets requests under way finish for at most `patience` milliseconds, then cuts them. */
  async drain(patience: number): Promise<void> {
    this.#draining = true
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeIdleConnections()
    await Promise.race([closed, wait(patience, undefined, { ref: false })])
    this.#server.closeAllConnections()
    await closed
  }

  #receive(request: IncomingMessage, response: ServerResponse) {
    // A connection that is kept alive would otherwise be kept open by its next request.
    if (this.#draining) response.setHeader('connection', 'close')
    // One that was begun before the drain is kept alive; it is idle a moment after its answer.
    response.once('close', () => {
      if (this.#draining) setImmediate(() => this.#server.closeIdleConnections())
    })
    if (this.#handle) this.#handle(request, response)
    else sendOwn(this.#draining ? 'stopping' : 'starting', request, response)
  }
}

function portFault(error: NodeJS.ErrnoException, port: number, host: string | null): string {
  const where = host ? `${host}:${port}` : `port ${port}`
  if (error.code === 'EADDRINUSE')
    return `Another program listens on ${where} already. Stop it, or set PORT to another port (0 takes a free one).`
  if (error.code === 'EACCES') return `This account may not listen on ${where}. Set PORT to a number above 1023.`
  return `The server cannot listen on ${where}: ${error.message}.`
}
