/**
 * Opens the evidence of a figure as a click on it in the table would, so that there is one way: the panel where the
 * page has one, otherwise the evidence's own page.
 */
export function openEvidence(inside: Element, { entry, href }: { entry: number; href: string }): void {
  const link = inside.closest('figure')?.querySelector<HTMLAnchorElement>(`a[data-evidence="${entry}"]`)
  if (link) link.click()
  else window.location.assign(href)
}
