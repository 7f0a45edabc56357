import { AsyncLocalStorage } from 'node:async_hooks'

type Context = { status: number | null }
const contexts = new AsyncLocalStorage<Context>()

// A page cannot say its own status without throwing, and a page that throws is sent empty. So the pages find this
// function under a name that both sides know, without importing each other.
Object.assign(globalThis, {
  [Symbol.for('entente.status')]: (status: number) => {
    const context = contexts.getStore()
    if (context) context.status = status
  },
})

/** Runs a page; `status()` tells afterwards which status it asked for, if any. */
export function withContext(work: (status: () => number | null) => void) {
  const context: Context = { status: null }
  contexts.run(context, () => work(() => context.status))
}
