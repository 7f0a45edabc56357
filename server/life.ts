import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** In this order: nothing is taken away from a request that is still under way. */
const stages = ['preparation', 'requests', 'jobs', 'pages', 'connections', 'database'] as const
type Stage = (typeof stages)[number]

/** What has to be ended, in which order, and the one way in which this process ends. */
export class Life {
  readonly #closers = new Map<Stage, () => Promise<unknown>>()
  #ending: Promise<void> | undefined

  constructor(private readonly say: (line: string) => void) {
    // A terminal sends Ctrl-C to the whole group and npm passes it on again, so one wish arrives more than once.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.end(0))
    process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
      console.error(error)
      if (!isLostConnection(error)) void this.end(1)
    })
    process.on('unhandledRejection', (error) => console.error(error))
    this.#endWithNpm()
  }

  get isEnding() {
    return this.#ending !== undefined
  }

  /** Registers what ends a stage. */
  beforeEnd(stage: Stage, close: () => Promise<unknown>) {
    this.#closers.set(stage, close)
  }

  /** Ends everything and the process. A second wish changes nothing: every step has a limit of its own. */
  end(code: number): Promise<void> {
    this.#ending ??= this.#end(code)
    return this.#ending
  }

  async #end(code: number) {
    let final = code
    for (const stage of stages) {
      try {
        const late = wait(45_000, 'late', { ref: false })
        if ((await Promise.race([this.#closers.get(stage)?.(), late])) === 'late')
          throw new Error('it did not end in 45 seconds')
      } catch (error) {
        final = 1
        this.say(`${stage}: ${error instanceof Error ? error.message : error}`)
      }
    }
    process.exit(final)
  }

  /** npm that was killed passes nothing on; without it nobody would know that this server still runs. */
  #endWithNpm() {
    if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
    const begun = parents()
    setInterval(() => parents() !== begun && void this.end(0), 1000).unref()
  }
}

/** Who started this process, and who started that: npm puts a shell in between. */
function parents(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    // The name in brackets may hold anything; what follows it is the state and the parent.
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(process.ppid)
  }
}

/** A connection may break where nobody listens for it; whoever uses it next hears of it. */
const isLostConnection = ({ code }: NodeJS.ErrnoException) =>
  code !== undefined && ['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code)
