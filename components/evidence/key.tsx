/** What the two kinds of underline below figures mean. */
export function EvidenceKey({ quoted, page }: { quoted: string; page: string }) {
  return (
    <ul className="evidence-key no-print">
      <li>
        <span className="said evidence-quote">1.2</span> {quoted}
      </li>
      <li>
        <span className="said evidence-page">1.2</span> {page}
      </li>
    </ul>
  )
}
