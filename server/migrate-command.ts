import { checkedSettings, complain } from './command'
import { openDatabase } from './database'
import { migrate } from './migrate'

async function main() {
  const database = await openDatabase(checkedSettings())
  try {
    const applied = await migrate(database.url)
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database has every migration.')
  } finally {
    await database.close()
  }
}

// The migration engine leaves a timer of ten seconds behind, so the end is said.
main()
  .catch(complain)
  .finally(() => process.exit())
