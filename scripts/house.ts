import { fileURLToPath } from 'node:url'
import { checkHouse } from './house/check'

const { read, faults } = checkHouse(fileURLToPath(new URL('..', import.meta.url)))
for (const { file, rule, detail } of faults) console.error(`${file}  ${rule}: ${detail}`)
console.log(`${read} modules read, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
