import { exitCodeOf, runSteps } from './steps'
import { quickSteps, slowSteps } from './test-steps'

process.exitCode = exitCodeOf(await runSteps([...quickSteps, ...slowSteps]))
