import assessments from './en/assessments.json'
import charts from './en/charts.json'
import dashboard from './en/dashboard.json'
import errors from './en/errors.json'
import evidence from './en/evidence.json'
import faults from './en/faults.json'
import filters from './en/filters.json'
import indicators from './en/indicators.json'
import layout from './en/layout.json'
import periods from './en/periods.json'
import quantities from './en/quantities.json'
import relations from './en/relations.json'
import views from './en/views.json'

/** The message catalogue: one file per noun, so that each lives with its words. */
export const messages = {
  en: {
    assessments,
    charts,
    dashboard,
    errors,
    evidence,
    faults,
    filters,
    indicators,
    layout,
    periods,
    quantities,
    relations,
    views,
  },
}
export type Messages = (typeof messages)['en']
