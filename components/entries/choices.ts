import type { EntityRow } from '@/lib/entities/queries'
import type { StoredIndicator } from '@/lib/indicators/queries'

/** What the pickers of an entry's form offer. */
export type FieldChoices = {
  /** ISO day: what a new source was read on unless somebody says otherwise. */
  today: string
  /** As picked: the name, with the slug where names are shared. */
  entities: { text: string; kind: EntityRow['kind'] }[]
  indicators: Pick<StoredIndicator, 'code' | 'name' | 'theme' | 'unit'>[]
  sources: { id: number; text: string; stored: boolean }[]
  /** Targets, commitments and agreements that a stage can be a step of: "#12 …". */
  promises: string[]
}
