import { AsyncLocalStorage } from 'node:async_hooks'

type Context = { hear: (status: number) => void; texts: Map<string, string> | null }
const contexts = new AsyncLocalStorage<Context>()

// A page cannot say its own status without throwing, and a page that throws is sent empty; and what React renders on
// the server and what it hands to the browser are rendered by two copies of its modules. So the pages find these
// functions under names that both sides know, without importing each other.
Object.assign(globalThis, {
  [Symbol.for('entente.status')]: (status: number) => contexts.getStore()?.hear(status),
  [Symbol.for('entente.texts')]: () => contexts.getStore()?.texts ?? null,
})

/**
 * Runs a page; `hear` is called with the status that the page wants its answer to have, if it wants one.
 * @param isDocument whether it is sent as a whole: then its ready-made parts are kept here until they are written.
 */
export function inContext({ hear, isDocument }: { hear: Context['hear']; isDocument: boolean }, page: () => void) {
  contexts.run({ hear, texts: isDocument ? new Map() : null }, page)
}
