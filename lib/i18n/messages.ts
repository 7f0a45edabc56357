import charts from './en/charts.json'
import errors from './en/errors.json'
import faults from './en/faults.json'

/** The message catalogue: one file per noun, so that each lives with its words. */
export const messages = { en: { charts, errors, faults } }
export type Messages = (typeof messages)['en']
