import { askingFor } from './prompt'
import { noAnswer } from './refused'

/** The endpoint of an OpenAI-compatible server, and what may be spent on it. */
export type Endpoint = {
  /** Up to and without `/chat/completions`. */
  url: string
  name: string
  key: string | null
  /** Milliseconds until an answer has to be there, whole. */
  patience: number
}

/** Bytes of an answer: two hundred candidates have a quarter of it. */
const longestAnswer = 1_000_000
/** Tokens a model may write. */
const longestReply = 8000

async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > longestAnswer) throw noAnswer('modelTooMuch')
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}

/**
 * Asks a model for the claims of a text and gives the body of its answer, not yet believed. No redirect is followed: it
 * would carry the key elsewhere. Nothing of the exchange is logged.
 * @throws Refusal when there is none in time or it is none
 */
export async function askModel(endpoint: Endpoint, text: string): Promise<string> {
  const ending = new AbortController()
  const clock = setTimeout(() => ending.abort(), endpoint.patience)
  try {
    const response = await fetch(`${endpoint.url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      signal: ending.signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(endpoint.key !== null && { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({
        model: endpoint.name,
        messages: askingFor(text),
        temperature: 0,
        max_tokens: longestReply,
        response_format: { type: 'json_object' },
        stream: false,
      }),
    })
    if (response.status !== 200) throw noAnswer('modelStatus', { value: response.status })
    return await bodyOf(response)
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw noAnswer(ending.signal.aborted ? 'modelSlow' : 'modelAway')
  } finally {
    clearTimeout(clock)
    // Whatever is still coming is cut off.
    ending.abort()
  }
}
