/**
 * How far along, as a bar with a mark at the goal. `percent` may pass 100: the bar then runs past the mark.
 * The number itself always stands beside it in words, so the drawing is hidden from assistive technology.
 */
export function Progress({ percent }: { percent: number }) {
  const scale = Math.max(100, percent)
  const at = (n: number) => Math.round((Math.max(0, n) / scale) * 1000) / 10
  return (
    <svg className="progress" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="progress-track" y="3" width="100" height="2" />
      <rect className="progress-bar" y="2" width={at(percent)} height="4" />
      <rect className="progress-goal" x={at(100) - 0.6} width="0.6" height="8" />
    </svg>
  )
}
