import { build, generateClient, isClientMissing } from './build'
import { checkedSettings, complain } from './command'

async function main() {
  const { buildDir } = checkedSettings()
  if (isClientMissing(process.cwd())) await generateClient(process.cwd())
  const begun = Date.now()
  await build(process.cwd(), buildDir)
  console.log(`Built ${buildDir} in ${Math.round((Date.now() - begun) / 1000)} s.`)
}

main().catch(complain)
