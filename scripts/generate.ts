import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Types that other tools write and the compiler needs: the database client and the routes. Made when missing or old. */
const schema = readdirSync('prisma/schema').map((name) => statSync(join('prisma/schema', name)).mtimeMs)
const client = 'prisma/generated/client.ts'
const isOld = !existsSync(client) || statSync(client).mtimeMs < Math.max(...schema)

if (isOld) execFileSync('node_modules/.bin/prisma', ['generate'], { stdio: 'inherit' })
execFileSync('node_modules/.bin/next', ['typegen'], { stdio: 'inherit' })
console.log(isOld ? 'database client and route types written' : 'route types written')
