import { html, type Markup } from '@/components/ui/markup'
import { layoutMap } from '@/lib/charts/map/layout'
import type { MapScene } from '@/lib/charts/map/scene'
import type { MapSpec } from '@/lib/charts/map/spec'

/** The page's map is laid out for its widest column; a narrower one shows it smaller, a phone the route as a list. */
const size = { width: 1000, height: 430 }
const n = (value: number) => Math.round(value * 10) / 10

/** The map as part of the page: colours are the page's, every place and leg leads to what is known of it. */
export function mapView(spec: MapSpec, label: string): Markup {
  const scene = layoutMap(spec, size)
  return html`
    <svg class="corridor-map" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label="${label}">
      ${land(scene)}
      <g aria-hidden="true">${scene.legs.map(({ from, to, band }) => band && html`<path class="map-band" stroke-width="${n(band)}" d="M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}"/>`)}</g>
      ${scene.legs.map(leg)}
      ${scene.nodes.map(node)}
      ${scene.labels.map(lead)}
      ${scene.labels.map(named)}
    </svg>`
}

const land = ({ countries, places }: MapScene): Markup => html`
  <g aria-hidden="true">
    ${countries.map(({ code, rings }) => html`<path class="${code ? 'map-lit' : 'map-land'}" d="${rings.map((ring) => `M${ring.map(({ x, y }) => `${x} ${y}`).join('L')}Z`).join('')}"/>`)}
    ${places.map(({ name, x, y }) => html`<text class="map-country" x="${n(x)}" y="${n(y)}">${name}</text>`)}
  </g>`

const leg = ({ leg: { mode, href, name }, from, to, line }: MapScene['legs'][number]): Markup => html`
  <a href="${href}" tabindex="-1" aria-hidden="true">
    <title>${name}</title>
    <path class="map-reach" d="M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}"/>
    <path class="map-leg map-${mode}${line ? ' map-flow' : ''}"${line && html` stroke-width="${n(line)}"`} d="M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}"/>
  </a>`

const node = ({ node: { href, name }, at, ring, disc }: MapScene['nodes'][number]): Markup => html`
  <a href="${href}" tabindex="-1" aria-hidden="true">
    <title>${name}</title>
    <circle class="map-node${ring ? ' map-ring' : ''}" cx="${n(at.x)}" cy="${n(at.y)}" r="${n(ring ? ring / 2 : 4)}"/>
    ${disc && html`<circle class="map-disc" cx="${n(at.x)}" cy="${n(at.y)}" r="${n(disc / 2)}"/>`}
  </a>`

const lead = ({ leader }: MapScene['labels'][number]) =>
  leader &&
  html`<path class="map-leader" d="M${n(leader[0].x)} ${n(leader[0].y)}L${n(leader[1].x)} ${n(leader[1].y)}"/>`

const named = ({ href, name, detail, x, y, align }: MapScene['labels'][number]): Markup => html`
  <a href="${href}">
    <text class="map-name" text-anchor="${align}" x="${n(x)}" y="${n(y)}">${name}${detail && html`<tspan class="map-detail" x="${n(x)}" dy="14">${detail}</tspan>`}</text>
  </a>`
