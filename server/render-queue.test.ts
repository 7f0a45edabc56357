import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { RenderQueue } from './render-queue'

const response = () => Object.assign(new EventEmitter(), { writableEnded: false, destroyed: false })
type Fake = ReturnType<typeof response>
const asResponse = (fake: Fake) => fake as unknown as ServerResponse

function start(queue: RenderQueue, names: string[]) {
  const begun: string[] = []
  const responses = new Map<string, Fake>()
  const taken = names.map((name) => {
    const fake = response()
    responses.set(name, fake)
    return queue.run(asResponse(fake), () => begun.push(name))
  })
  return {
    begun,
    taken,
    end: (name: string) => responses.get(name)!.emit('close'),
    of: (name: string) => responses.get(name)!,
  }
}

test('so many run at once, and the next begins when one has ended', () => {
  const { begun, end } = start(new RenderQueue(2), ['a', 'b', 'c', 'd'])
  expect(begun).toEqual(['a', 'b'])
  end('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  end('a')
  end('c')
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

test('who has left or was answered while waiting is passed over', () => {
  const { begun, end, of } = start(new RenderQueue(1), ['a', 'b', 'c', 'd'])
  of('b').destroyed = true
  of('c').writableEnded = true
  end('a')
  expect(begun).toEqual(['a', 'd'])
})

test('a place that was given back is not given back again when the connection closes', () => {
  const queue = new RenderQueue(1)
  const first = response()
  queue.run(asResponse(first), (done) => {
    done()
    done()
  })
  const { begun } = start(queue, ['a', 'b'])
  first.emit('close')
  expect(begun).toEqual(['a'])
})

test('a place is free again after all have ended', () => {
  const queue = new RenderQueue(1)
  const first = start(queue, ['a', 'b'])
  first.end('a')
  first.end('b')
  expect(start(queue, ['c']).begun).toEqual(['c'])
})

test('when too many wait, the next is refused at once', () => {
  expect(start(new RenderQueue(1, 2), ['a', 'b', 'c', 'd']).taken).toEqual([true, true, true, false])
})
