'use client'

import { useEffect, useRef } from 'react'
import { Button } from './button'
import { Glyph } from './glyph'

/** A question that has to be answered first. The browser keeps focus inside, closes on Escape and gives focus back. */
export function Dialog({
  open,
  title,
  closeLabel,
  onClose,
  children,
}: {
  open: boolean
  title: string
  closeLabel: string
  onClose: () => void
  children: React.ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog ref={ref} className="dialog" aria-label={title} onClose={onClose}>
      <div className="dialog-head">
        <h2>{title}</h2>
        <Button look="quiet" onClick={onClose} aria-label={closeLabel}>
          <Glyph name="close" />
        </Button>
      </div>
      {children}
    </dialog>
  )
}
