import { systemActor } from '@/lib/auth/actor'
import { roles } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { choosePassword, inviteUser } from '@/lib/users/mutations'
import { personOf } from './people'

// Run with DATABASE_URL and the number of workers: makes the people whom `signedInAs` signs in.
for (let worker = 0; worker < Number(process.argv[2]); worker++) {
  for (const role of roles) {
    const { password, ...person } = personOf(role, worker)
    const { token } = await inviteUser(systemActor('browser tests'), person)
    await choosePassword(token, password)
  }
}
await db.$disconnect()
