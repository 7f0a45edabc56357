import { DeskNavigation } from '@/components/desk/navigation'
import { may } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'

export const dynamic = 'force-dynamic'

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const actor = await currentActor()
  return (
    <>
      {actor.role ? (
        <DeskNavigation
          works={may(actor, 'internal.read')}
          manages={may(actor, 'user.manage')}
          sets={may(actor, 'setting.write')}
        />
      ) : null}
      {children}
    </>
  )
}
