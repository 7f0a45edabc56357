import { agreements } from './agreements'
import { tradeWithGeorgia } from './azerbaijan-georgia'
import { corridor } from './corridor'
import { corridorTargets } from './corridor-targets'
import { economy } from './economy'
import { entities } from './entities'
import { events } from './events'
import { indicators } from './indicators'
import { investment } from './investment'
import { legalBaseClaims } from './legal-base'
import { oilTransit } from './oil'
import { ports } from './ports'
import { positions } from './positions'
import { promises } from './promises'
import { routes } from './routes'
import type { SampleEntity, SampleEntry, SampleIndicator, SampleRoute, SampleSource } from './schema'
import { sources } from './sources'
import { statements } from './statements'
import { tradeByOrigin } from './trade-by-origin'
import { tradeTargets } from './trade-targets'
import { turnoverByNobodyNamed } from './trade-turnover'
import { turnoverByAzerbaijan } from './trade-turnover-azerbaijan'
import { turnoverByKazakhstan } from './trade-turnover-kazakhstan'
import { visit2022 } from './visit-2022'

/** Everything in the order it is entered: what others refer to comes first (members, promises before their stages). */
export const sample: {
  entities: SampleEntity[]
  routes: SampleRoute[]
  indicators: SampleIndicator[]
  sources: SampleSource[]
  entries: SampleEntry[]
} = {
  entities,
  routes,
  indicators,
  sources,
  entries: [
    ...visit2022,
    ...statements,
    ...positions,
    ...turnoverByKazakhstan,
    ...turnoverByAzerbaijan,
    ...turnoverByNobodyNamed,
    ...tradeByOrigin,
    ...tradeWithGeorgia,
    ...tradeTargets,
    ...investment,
    ...economy,
    ...corridor,
    ...corridorTargets,
    ...ports,
    ...oilTransit,
    ...promises,
    ...agreements,
    ...legalBaseClaims,
    ...events,
  ],
}
