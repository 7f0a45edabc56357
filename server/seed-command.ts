import { checkedSettings, runCommand } from './command'
import { withDatabase } from './database'
import { migrate } from './migrate'

runCommand(() =>
  withDatabase(checkedSettings({ signing: false }), async (url) => {
    await migrate(url)
    // The client reads the address when it is loaded.
    process.env.DATABASE_URL = url
    const { loadSample } = await import('@/prisma/seed')
    const added = Object.entries(await loadSample()).map(([what, count]) => `${count} ${what}`)
    console.log(`Added ${added.join(', ')}.`)
  }),
)
