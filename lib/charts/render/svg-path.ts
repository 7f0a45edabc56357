export type Point = { x: number; y: number }

/** At most one decimal, no trailing zero, no "-0". */
export function number(value: number): string {
  return `${Math.round(value * 10) / 10 + 0}`
}

/** The SVG arc from `begin` to `end`; a full turn becomes two half circles, which a single arc cannot be. */
export function pathArc(begin: Point, end: Point, radius: number, turn: number, back: boolean): string {
  const r = number(radius)
  const sweep = back ? 0 : 1
  if (Math.abs(turn) >= 2 * Math.PI - 1e-6) {
    const across = { x: -2 * radius, y: 0 }
    return `a${r} ${r} 0 1 ${sweep} ${number(across.x)} 0a${r} ${r} 0 1 ${sweep} ${number(-across.x)} 0`
  }
  const large = Math.abs(turn) > Math.PI ? 1 : 0
  return `a${r} ${r} 0 ${large} ${sweep} ${number(end.x - begin.x)} ${number(end.y - begin.y)}`
}

/** A rectangle with round corners, its upper left at `at`. */
export function pathRound(at: Point, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  const [h, v] = [number(width - 2 * r), number(height - 2 * r)]
  const corner = (x: number, y: number) => `a${number(r)} ${number(r)} 0 0 1 ${number(x * r)} ${number(y * r)}`
  return `M${number(at.x + r)} ${number(at.y)}h${h}${corner(1, 1)}v${v}${corner(-1, 1)}h-${h}${corner(-1, -1)}v-${v}${corner(1, -1)}z`
}
