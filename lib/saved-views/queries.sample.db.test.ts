import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { anonymousActor, systemActor } from '@/lib/auth/actor'
import { getCardsAndCharts, getDashboard } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { saveView } from './mutations'
import { getView } from './queries'
import { frozenAt } from './rules'

test('a view is shown in at most six statements, and what it shows is what the dashboard shows', async () => {
  const settings = { theme: 'trade', from: '2016', reporter: 'kaz' }
  const { token } = await saveView(systemActor('test'), {
    ...{ relation: 'aze-kaz', page: '', settings, name: 'Trade', audience: 'shared' },
    pins: [{ kind: 'chart', key: 'trade-turnover level' }],
  })
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const view = (await getView(anonymousActor, token))!
  const found = (await getCardsAndCharts(anonymousActor, view.relation, Filters.parse(view.settings)))!
  expect(query.mock.calls.length).toBeLessThanOrEqual(6)
  vi.restoreAllMocks()
  const dashboard = (await getDashboard(anonymousActor, 'aze-kaz', Filters.parse(settings)))!
  expect(found.cards).toEqual(dashboard.cards)
  expect(found.charts).toEqual(dashboard.charts)
})

test('frozen at this moment, the sample shows what it shows today', async () => {
  const today = (await getDashboard(anonymousActor, 'aze-kaz', Filters.parse({})))!
  const frozen = (await getDashboard(anonymousActor, 'aze-kaz', Filters.parse(frozenAt({}, new Date()))))!
  const figures = (d: typeof today) =>
    d.cards.map((c) => [c.key, c.figures.map((f) => f.text), c.targets.map((t) => t.text)])
  expect(figures(frozen)).toEqual(figures(today))
  expect(frozen.promises.map((p) => [p.entry, p.status.text])).toEqual(
    today.promises.map((p) => [p.entry, p.status.text]),
  )
})
