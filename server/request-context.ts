import { AsyncLocalStorage } from 'node:async_hooks'

const wishes = new AsyncLocalStorage<(status: number) => void>()

// A page cannot say its own status without throwing, and a page that throws is sent empty. So the pages find this
// function under a name that both sides know, without importing each other.
Object.assign(globalThis, { [Symbol.for('entente.status')]: (status: number) => wishes.getStore()?.(status) })

/** Runs a page; `hear` is called with the status that the page wants its answer to have, if it wants one. */
export function hearingStatus(hear: (status: number) => void, page: () => void) {
  wishes.run(hear, page)
}
