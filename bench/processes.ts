import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

type Row = { pid: number; parent: number; rss: number; cpu: number; command: string }

/** Every process: bytes in memory, seconds of a processor used so far. */
function list(): Row[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,time=,args='], { encoding: 'utf8', maxBuffer: 1e8 })
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, pid, parent, rss, time, command] = line.match(/^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/)!
      return {
        pid: Number(pid),
        parent: Number(parent),
        rss: Number(rss) * 1024,
        cpu: ticks(pid!) ?? seconds(time!),
        command: command!,
      }
    })
}

/** Linux counts in hundredths of a second, which a load of some seconds needs. */
function ticks(pid: string): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

/** `[[dd-]hh:]mm:ss`, on some systems with fractions. */
function seconds(time: string): number {
  const [clock, days = '0'] = time.split('-').reverse()
  return clock!.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400
}

function tree(pid: number, rows: readonly Row[]): Row[] {
  const own = rows.filter((row) => row.pid === pid)
  return [...own, ...rows.filter((row) => row.parent === pid).flatMap((row) => tree(row.pid, rows))]
}

/** Bytes in memory of a process and all it started. */
export const memoryOf = (pid: number): number => tree(pid, list()).reduce((sum, row) => sum + row.rss, 0)

/** Which share of the time processes kept a processor busy while `work` ran: 1 is one processor, all the time. */
export async function busyWhile<T>(
  pids: Record<string, number>,
  work: () => Promise<T>,
): Promise<[T, Record<string, number>]> {
  const used = () => {
    const rows = list()
    return Object.fromEntries(
      Object.entries(pids).map(([name, pid]) => [name, tree(pid, rows).reduce((sum, row) => sum + row.cpu, 0)]),
    )
  }
  const [before, begun] = [used(), performance.now()]
  const result = await work()
  const passed = (performance.now() - begun) / 1000
  const after = used()
  return [result, Object.fromEntries(Object.keys(pids).map((name) => [name, (after[name]! - before[name]!) / passed]))]
}
