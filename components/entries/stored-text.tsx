'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { AreaField } from '@/components/ui/field'
import en from '@/lib/i18n/en/forms.json'

/**
 * A source's stored text, to select the quote in. A text area that cannot be written in: selecting works by mouse,
 * touch and keyboard alike, and its places are counted in UTF-16, as evidence keeps them.
 */
export function StoredText({ source, onTake }: { source: number; onTake: (quote: string, from: number) => void }) {
  const [text, setText] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const area = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const asked = new AbortController()
    setText(null)
    setSaid(null)
    fetch(`/desk/sources/${source}/text`, { signal: asked.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        setText(await answer.text())
      })
      .catch(() => asked.signal.aborted || setSaid(en.textFailed))
    return () => asked.abort()
  }, [source])

  function take() {
    const box = area.current?.querySelector('textarea')
    if (!box) return
    const selected = box.value.slice(box.selectionStart, box.selectionEnd)
    const quote = selected.trim()
    if (!quote) return setSaid(en.nothingSelected)
    setSaid(null)
    onTake(quote, box.selectionStart + selected.indexOf(quote))
  }

  return (
    <div className="stored" ref={area}>
      {text === null ? (
        <p className="echo">{said ?? en.textPending}</p>
      ) : (
        <>
          <AreaField
            name=""
            id={`stored-${source}`}
            label={en.storedText}
            hint={en.selectHint}
            value={text}
            readOnly
            rows={8}
          />
          <Button onClick={take}>{en.take}</Button>
          {said ? <output className="echo echo-bad">{said}</output> : null}
        </>
      )}
    </div>
  )
}
