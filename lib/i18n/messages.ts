import assessments from './en/assessments.json'
import charts from './en/charts.json'
import errors from './en/errors.json'
import faults from './en/faults.json'
import periods from './en/periods.json'
import quantities from './en/quantities.json'

/** The message catalogue: one file per noun, so that each lives with its words. */
export const messages = { en: { assessments, charts, errors, faults, periods, quantities } }
export type Messages = (typeof messages)['en']
