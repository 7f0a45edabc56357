import { Notice } from '@/components/ui/notice'
import en from '@/lib/i18n/en/desk.json'

/** What was done a moment ago, named in the address after a form was sent. */
export function Did({ did }: { did: string | undefined }) {
  if (!did || !Object.hasOwn(en.did, did)) return null
  const bad = did === 'savedOnly'
  return (
    <Notice look={bad ? 'warn' : 'good'} live>
      <p>{en.did[did as keyof typeof en.did]}</p>
    </Notice>
  )
}
