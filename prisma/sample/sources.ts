import { georgiaSources } from './azerbaijan-georgia'
import { corridorSources } from './corridor-sources'
import { foundingArticles } from './founding-articles'
import { relationSources } from './relation-sources'
import type { SampleSource } from './schema'
import { tradeSources } from './trade-sources'

export const sources: SampleSource[] = [
  ...foundingArticles,
  ...relationSources,
  ...tradeSources,
  ...corridorSources,
  ...georgiaSources,
]
