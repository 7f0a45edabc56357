import { build, generateClient, isClientMissing } from './build'
import { checkedSettings, runCommand } from './command'

runCommand(async () => {
  const { buildDir } = checkedSettings({ signing: false })
  if (isClientMissing(process.cwd())) await generateClient(process.cwd())
  const begun = Date.now()
  await build(process.cwd(), buildDir)
  console.log(`Built ${buildDir} in ${Math.round((Date.now() - begun) / 1000)} s.`)
})
