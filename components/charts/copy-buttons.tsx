'use client'

import { useState } from 'react'

type Words = { link: string; citation: string; copied: string; notCopied: string }
type Outcome = { copied: true } | { copied: false; text: string }

/** Puts the address of the figure, or a citation with it, on the clipboard; shows the text where that is refused. */
export function CopyButtons({ anchor, citation, words }: { anchor: string; citation: string; words: Words }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const copy = async (toText: (address: string) => string) => {
    const address = new URL(window.location.href)
    address.hash = anchor
    const text = toText(address.href)
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ copied: true })
    } catch {
      setOutcome({ copied: false, text })
    }
  }
  return (
    <div className="chart-copy">
      <button type="button" className="button button-quiet" onClick={() => copy((address) => address)}>
        {words.link}
      </button>
      <button type="button" className="button button-quiet" onClick={() => copy((address) => `${citation} ${address}`)}>
        {words.citation}
      </button>
      <div role="status">
        {outcome?.copied ? words.copied : null}
        {outcome && !outcome.copied ? (
          <label>
            {words.notCopied}
            <textarea readOnly rows={3} value={outcome.text} onFocus={(e) => e.currentTarget.select()} />
          </label>
        ) : null}
      </div>
    </div>
  )
}
