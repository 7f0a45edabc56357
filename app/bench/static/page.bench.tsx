// The layout reads the cookies of whoever asks; here it finds none, and the page is written once, by the build.
export const dynamic = 'force-static'

/** A page that Next serves from a file: the measure for every cached page. */
export default function StaticPage() {
  return <p>Always the same.</p>
}
