import { db } from '@/lib/db/client'
import { loadSample } from '@/prisma/seed'

await loadSample()
await db.$disconnect()
