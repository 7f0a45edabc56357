import { figure } from '@/components/evidence/figure'
import { html, type Markup } from '@/components/ui/markup'
import type { Cell, RouteStop } from '@/lib/corridors/schema'

export type RouteWords = Record<'capacity' | 'flow' | 'share', string>

const cell = (name: string, c: Cell | null) =>
  c &&
  html`<span class="stop-figure"><span class="muted">${name}</span> ${figure(c)} <span class="muted">${c.more}</span></span>`

/** The route as an upright line of stops with the ways on from each: what a phone shows instead of the map. */
export const routeList = (stops: readonly RouteStop[], words: RouteWords): Markup => html`
  ${stops.map(
    (stop) => html`
      <li class="stop">
        <p><a class="stop-name" href="#${stop.id}">${stop.name}</a> <span class="muted small">${stop.country}</span></p>
        ${
          (stop.capacity || stop.flow || stop.share) &&
          html`
            <p class="stop-figures small">
              ${cell(words.capacity, stop.capacity)}
              ${' '}${cell(words.flow, stop.flow)}
              ${stop.share && html`<span class="stop-figure"><span class="muted">${words.share}</span> ${stop.share}</span>`}
            </p>`
        }
        ${
          stop.legs.length > 0 &&
          html`
            <ul class="stop-legs small">
              ${stop.legs.map(
                (leg) => html`
                  <li>
                    <span class="stop-mode stop-${leg.mode}" aria-hidden="true"></span>
                    <a href="#${leg.id}">→ ${leg.to} ${leg.modeText}</a>
                    ${leg.name && html` <span class="muted">${leg.name}</span>`}
                    ${' '}${cell(words.capacity, leg.capacity)}
                    ${' '}${cell(words.flow, leg.flow)}
                  </li>`,
              )}
            </ul>`
        }
      </li>`,
  )}`
