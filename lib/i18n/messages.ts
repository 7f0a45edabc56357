import agreements from './en/agreements.json'
import assessments from './en/assessments.json'
import audit from './en/audit.json'
import briefs from './en/briefs.json'
import charts from './en/charts.json'
import compare from './en/compare.json'
import conflicts from './en/conflicts.json'
import corridor from './en/corridor.json'
import dashboard from './en/dashboard.json'
import desk from './en/desk.json'
import errors from './en/errors.json'
import evidence from './en/evidence.json'
import extraction from './en/extraction.json'
import faults from './en/faults.json'
import filters from './en/filters.json'
import forms from './en/forms.json'
import indicators from './en/indicators.json'
import intake from './en/intake.json'
import layout from './en/layout.json'
import model from './en/model.json'
import people from './en/people.json'
import periods from './en/periods.json'
import promises from './en/promises.json'
import quantities from './en/quantities.json'
import relations from './en/relations.json'
import review from './en/review.json'
import revisions from './en/revisions.json'
import savedViews from './en/savedViews.json'
import search from './en/search.json'
import server from './en/server.json'
import signIn from './en/signIn.json'
import sources from './en/sources.json'
import timelines from './en/timelines.json'
import views from './en/views.json'
import watch from './en/watch.json'

/** The message catalogue: one file per noun, so that each lives with its words. */
export const messages = {
  en: {
    agreements,
    assessments,
    audit,
    briefs,
    charts,
    compare,
    conflicts,
    corridor,
    dashboard,
    desk,
    errors,
    evidence,
    extraction,
    faults,
    filters,
    forms,
    indicators,
    intake,
    layout,
    model,
    people,
    periods,
    promises,
    quantities,
    relations,
    review,
    revisions,
    savedViews,
    search,
    signIn,
    server,
    sources,
    timelines,
    views,
    watch,
  },
}
export type Messages = (typeof messages)['en']
