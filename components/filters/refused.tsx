import { Notice } from '@/components/ui/notice'

/** What an address asked for and could not have, in sentences; nothing where it had all. */
export function Refused({ sentences }: { sentences: readonly string[] }) {
  if (!sentences.length) return null
  return (
    <Notice look="bad">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}
