/**
 * Fills the `{names}` of a message that has no plurals and no formats. For the rules that also run in forms and
 * for every point of a chart, which must not carry the whole catalogue; everything else uses `translator`.
 */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
