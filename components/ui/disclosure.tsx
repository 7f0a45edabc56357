import { Glyph } from './glyph'

/** More, on demand, without a script. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: React.ReactNode
  open?: boolean
  children: React.ReactNode
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Glyph name="next" />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
