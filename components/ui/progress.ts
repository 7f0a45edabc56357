import { html, type Markup } from './markup'

/**
 * How far along, as a bar with a mark at the goal. `percent` may pass 100: the bar then runs past the mark.
 * The number itself always stands beside it in words, so the drawing is hidden from assistive technology.
 */
export function progress(percent: number): Markup {
  const scale = Math.max(100, percent)
  const at = (n: number) => Math.round((Math.max(0, n) / scale) * 1000) / 10
  return html`
    <svg class="progress" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="progress-track" y="3" width="100" height="2"/>
      <rect class="progress-bar" y="2" width="${at(percent)}" height="4"/>
      <rect class="progress-goal" x="${at(100) - 0.6}" width="0.6" height="8"/>
    </svg>`
}
