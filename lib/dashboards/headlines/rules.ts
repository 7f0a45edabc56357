import { type CardContext, toFigures } from '../cards/rules'
import { type PointRow, titleOf } from '../points/rules'
import type { RelationCard } from '../schema'

/** Two counts of the first indicator, because reporters differ; one of each other. */
const shownOf = (place: number) => (place === 0 ? 2 : 1)

/** What the list of relations shows of one: the latest figures of its first indicators, each under its name. */
export function toHeadlines(c: CardContext, points: readonly PointRow[]): RelationCard['figures'] {
  const codes = [...new Set(points.map((p) => p.indicator))]
  return codes.flatMap((code, place) => {
    const own = points.filter((p) => p.indicator === code)
    const what = titleOf(c.slug, own).title
    return toFigures(c, own)
      .slice(0, shownOf(place))
      .map((figure) => ({ ...figure, what }))
  })
}
