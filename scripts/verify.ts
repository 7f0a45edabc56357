import { exitCodeOf, runSteps } from './steps'
import { quickSteps } from './test-steps'

process.exitCode = exitCodeOf(await runSteps(quickSteps))
