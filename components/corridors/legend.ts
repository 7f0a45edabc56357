import { html, type Markup } from '@/components/ui/markup'
import type { MapSpec } from '@/lib/charts/map/spec'

/** What the marks of a map mean, in words. */
export const legend = (items: MapSpec['legend']): Markup => html`
  <ul class="map-legend small">
    ${items.map(
      ({ sign, text }) => html`
      <li>
        <svg viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
          ${(sign === 'capacity' || sign === 'flow') && html`<path class="map-band" stroke-width="10" d="M0 6H30"/>`}
          ${sign === 'flow' && html`<path class="map-flow" stroke-width="5" d="M0 6H30"/>`}
          ${sign !== 'capacity' && sign !== 'flow' && html`<path class="map-leg map-${sign}" d="M0 6H30"/>`}
        </svg>
        ${text}
      </li>`,
    )}
  </ul>`
