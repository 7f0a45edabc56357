import { extract } from '@/lib/extraction/extract'
import { article, options } from './articles'

// Run with --expose-gc and how many articles to read: tells by how many bytes the heap that a collection leaves has
// grown since the first thousand.
const collect = (globalThis as { gc?: () => void }).gc
if (!collect) throw new Error('run with --expose-gc')
const held = (from: number, to: number) => {
  for (let n = from; n < to; n++) extract(article(n), options)
  collect()
  return process.memoryUsage().heapUsed
}
const first = held(0, 1000)
process.send!(held(1000, Number(process.argv[2])) - first, () => process.exit())
