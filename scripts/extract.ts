import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { extract } from '@/lib/extraction/extract'
import { toRecords } from '@/lib/extraction/records'

const help = 'npm run --silent extract -- [--date 2022-08-24] [--pair AZE-KAZ] FILE…'

/** An article file: a header of `NAME: value` lines that begins with `URL:`, a blank line, the body. */
function articleOf(file: string, fallback: { date?: string; pair?: string }) {
  const text = readFileSync(file, 'utf8').replace(/\r\n/g, '\n')
  const gap = text.startsWith('URL:') ? text.indexOf('\n\n') : -1
  const header = gap < 0 ? '' : text.slice(0, gap)
  const line = (name: string) => new RegExp(`^${name}: *(.+)$`, 'm').exec(header)?.[1]?.trim()
  const date = line('DATE') ?? fallback.date ?? null
  const [one, other] = (line('PAIR') ?? fallback.pair ?? '').split('-')
  return {
    body: gap < 0 ? text : text.slice(gap + 2),
    date: date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null,
    pair: one && other ? ([one, other] as [string, string]) : null,
  }
}

const { values, positionals } = parseArgs({
  options: { date: { type: 'string' }, pair: { type: 'string' } },
  allowPositionals: true,
})
if (positionals.length === 0) {
  console.error(help)
  process.exitCode = 2
} else {
  const found = positionals.map((file) => {
    const { body, date, pair } = articleOf(file, values)
    return [basename(file), toRecords(extract(body, { date, pair }))]
  })
  process.stdout.write(`${JSON.stringify(Object.fromEntries(found), null, 1)}\n`)
}
