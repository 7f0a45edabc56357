import { EvidenceKey } from '@/components/evidence/key'

/** The foot of every page: how figures are to be read. */
export function Footer({ words }: { words: { about: string; quoted: string; page: string; print: string } }) {
  return (
    <footer className="footer">
      <div className="footer-in">
        <p>{words.about}</p>
        <EvidenceKey quoted={words.quoted} page={words.page} />
        <p className="print-only">{words.print}</p>
      </div>
    </footer>
  )
}
