import { EvidenceSheet } from '@/components/evidence/sheet'
import { readEntry } from '../../../entries/[id]/read-entry'
import type { SearchParams } from '../../../view'

export const dynamic = 'force-dynamic'

/** The same sheet as on the entry's own page, beside the page from which a figure was followed. */
export default async function EntryPanel(props: {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug, id } = await props.params
  const asked = await readEntry(slug, id, await props.searchParams)
  return 'instead' in asked ? asked.instead : <EvidenceSheet page={asked.found} place="panel" />
}
