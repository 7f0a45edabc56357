import { type LoadResult, load } from './load'
import { busyWhile } from './processes'
import type { Server } from './servers'

/** One line of the table. */
export type Row = {
  what: string
  /** What issue or plan asks for, in words; empty where a figure is there to read another one by. */
  reach: string
  measured: string
  /** Null where nothing is asked. */
  reached: boolean | null
  /** What kept the machine busy meanwhile: what would have to be cheaper. */
  limit?: string
  figures: Record<string, unknown>
}

export type Bench = {
  /** Seconds that one load lasts. */
  seconds: number
  /** How often a load and the one it is compared with take turns. */
  rounds: number
  /** The product on the sample. */
  product: Server
  /** The same on the large base; null when there is none. */
  large: Server | null
  /** `next start` on the same build. */
  next: Server
  postgresPid: number | null
  databases: { sample: string; large: string | null }
  /** Generated observations in the large base. */
  size: number
  say: (line: string) => void
}

export type Measured = LoadResult & { busy: Record<string, number> }

/** A page on a server, asked for by 32 connections. */
export type Subject = { server: Server; path: string; headers?: Record<string, string> }

/**
 * Loads that are compared, in turns, so that a machine that slows down slows them all. Each is warmed up first.
 * Answers with the median round of each by its rate.
 */
export async function inTurns<K extends string>(
  bench: Bench,
  subjects: Record<K, Subject>,
): Promise<Record<K, Measured>> {
  const names = Object.keys(subjects) as K[]
  const rounds = new Map<K, Measured[]>(names.map((name) => [name, []]))
  for (const name of names) await one(bench, subjects[name], Math.min(2, bench.seconds))
  for (let round = 0; round < bench.rounds; round++)
    for (const name of names) rounds.get(name)!.push(await one(bench, subjects[name], bench.seconds))
  return Object.fromEntries(names.map((name) => [name, median(rounds.get(name)!)])) as Record<K, Measured>
}

async function one(bench: Bench, { server, path, headers }: Subject, seconds: number): Promise<Measured> {
  const pids = { server: server.pid, ...(bench.postgresPid && { PostgreSQL: bench.postgresPid }) }
  const [result, busy] = await busyWhile(pids, () => load(server.url, path, seconds, { headers }))
  return { ...result, busy }
}

function median(rounds: Measured[]): Measured {
  const sorted = [...rounds].sort((a, b) => a.perSecond - b.perSecond)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** "server 1.02, PostgreSQL 0.31 processors" */
export const busyText = ({ busy }: Measured): string =>
  `${Object.entries(busy)
    .map(([name, share]) => `${name} ${share.toFixed(2)}`)
    .join(', ')} processors`

export const rate = (n: number): string => `${n >= 100 ? Math.round(n).toLocaleString('en') : n.toFixed(1)}/s`
export const times = (n: number): string => `${n.toFixed(n >= 10 ? 0 : 2)} ×`
export const kilobytes = (n: number): string => `${(n / 1000).toFixed(1)} kB`
export const megabytes = (n: number): string => `${Math.round(n / 1e6)} MB`
export const milliseconds = (n: number): string => `${Math.round(n)} ms`
