export const dynamic = 'force-dynamic'

/** What rendering costs before anything is asked or shown: the measure for every uncached page. */
export default function EmptyPage() {
  return <p>Nothing.</p>
}
