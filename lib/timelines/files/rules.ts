import { type Citation, type Columns, citationColumns } from '@/lib/formats/csv'
import { isPlaced, type Moment } from '../moments/rules'
import type { TimelineLine } from '../schema'

/** One line of the time line as it leaves in a file. */
export type TimelineRow = {
  /** ISO day; null where no source says on which day it was. */
  day: string | null
  period: string
  kind: string
  type: string
  title: string
  told: string
  theme: string
  indicator: string | null
  value: string | null
  earlierValue: string | null
  unit: string | null
  /** Signed, one decimal. */
  percent: string | null
  /** The entry a move is measured against. */
  earlierEntry: number | null
} & Citation

export const timelineColumns: Columns<TimelineRow> = {
  day: 'day',
  period: 'period',
  kind: 'kind',
  type: 'type',
  title: 'title',
  told: 'details',
  theme: 'theme',
  indicator: 'indicator',
  value: 'value',
  earlierValue: 'value_a_year_earlier',
  unit: 'unit',
  percent: 'change_percent',
  earlierEntry: 'entry_id_a_year_earlier',
  ...citationColumns,
}

export function toTimelineRow({ moment, line }: { moment: Moment; line: TimelineLine }): TimelineRow {
  const { said, moved } = moment
  const cited = moved?.current ?? said!
  return {
    day: isPlaced(moment) ? moment.day : null,
    period: line.dayText,
    kind: moment.kind,
    type: line.typeText,
    title: line.claim.text,
    told: line.told.join('; '),
    theme: moment.theme,
    indicator: moved?.current.indicator ?? null,
    value: moved?.current.value ?? said?.value ?? null,
    earlierValue: moved?.earlier.value ?? null,
    unit: moved?.current.unit ?? said?.unit ?? null,
    percent: moved && `${moved.direction === 'down' ? '-' : ''}${moved.percent}`,
    earlierEntry: moved?.earlier.entry ?? null,
    sourceTitle: cited.sourceTitle,
    publisher: cited.publisher,
    date: cited.publishedOn,
    url: cited.url,
    quote: cited.quote,
    entry: cited.entry,
    version: cited.version,
  }
}
