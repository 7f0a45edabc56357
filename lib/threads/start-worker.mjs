import { parentPort, workerData } from 'node:worker_threads'
// A thread does not get the loader that its parent was started with (Node 20), so it registers its own first.
import { register } from 'tsx/esm/api'

register()
await import(workerData.module)
parentPort.postMessage('ready')
