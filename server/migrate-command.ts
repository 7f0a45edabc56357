import { checkedSettings, runCommand } from './command'
import { withDatabase } from './database'
import { migrate } from './migrate'

runCommand(() =>
  withDatabase(checkedSettings({ signing: false }), async (url) => {
    const applied = await migrate(url)
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database has every migration.')
  }),
)
