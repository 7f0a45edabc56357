/** One observation with its evidence, as it leaves in a file. Values are decimal strings and stay the digits they are. */
export type ObservationRow = {
  indicator: string
  /** As a reader writes it: "Jan–Jul 2025", or the words of the source. */
  period: string
  /** Half-open ISO days; null where the source leaves an end open. */
  start: string | null
  end: string | null
  /** Whole amount. */
  value: string
  valueTo: string | null
  unit: string
  /** SDMX UNIT_MULT as the source wrote it: 6 for "529.4 m". */
  multiplier: number
  qualifier: string
  /** SDMX OBS_STATUS. */
  status: string
  reporter: string | null
  sourceTitle: string | null
  publisher: string | null
  /** Day of publication. */
  date: string | null
  url: string | null
  quote: string | null
  entry: number
  version: number
}

/** The columns of a table as a file: its keys in their order, each under the name it leaves with. */
export type Columns<T> = { readonly [key in keyof T & string]: string }

/** What every row of every table cites: the sentence, who published it when and where, and the entry that holds it. */
export type Citation = Pick<
  ObservationRow,
  'sourceTitle' | 'publisher' | 'date' | 'url' | 'quote' | 'entry' | 'version'
>
export const citationColumns: Columns<Citation> = {
  sourceTitle: 'source_title',
  publisher: 'publisher',
  date: 'date',
  url: 'url',
  quote: 'quote',
  entry: 'entry_id',
  version: 'version',
}

export const observationColumns: Columns<ObservationRow> = {
  indicator: 'indicator',
  period: 'period',
  start: 'start',
  end: 'end',
  value: 'value',
  valueTo: 'value_to',
  unit: 'unit',
  multiplier: 'multiplier',
  qualifier: 'qualifier',
  status: 'status',
  reporter: 'reporter',
  ...citationColumns,
}

/**
 * CSV as RFC 4180 has it, one line per row, UTF-8 with a byte order mark (Excel reads other letters only so).
 * Cells that a spreadsheet would run as a formula begin with an apostrophe, numbers excepted.
 */
export function toCsv<T extends Record<keyof T, string | number | null>>(
  columns: Columns<T>,
  rows: readonly T[],
): string {
  const keys = Object.keys(columns) as (keyof T & string)[]
  const lines = [keys.map((key) => columns[key]), ...rows.map((row) => keys.map((key) => toCell(row[key])))]
  return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

const number = /^-?\d+(\.\d+)?$/
/** ASCII signs, and the full-width ones that a spreadsheet takes for the same. */
const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** One cell: null is empty, NUL is left out, what is a number stays one. */
export function toCell(value: string | number | null): string {
  if (value === null) return ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL ends the file for many readers
  const text = String(value).replace(/\u0000/g, '')
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
