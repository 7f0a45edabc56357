import { Glyph, type GlyphName } from './glyph'

const looks = { info: 'open', good: 'done', warn: 'doubt', bad: 'ended' } as const satisfies Record<string, GlyphName>

/** One sentence the reader must not miss. `live` announces it when it appears after an action. */
export function Notice({
  look = 'info',
  title,
  live = false,
  children,
}: {
  look?: keyof typeof looks
  title?: string
  live?: boolean
  children?: React.ReactNode
}) {
  return (
    <div className={`notice notice-${look}`} role={live ? (look === 'bad' ? 'alert' : 'status') : undefined}>
      <Glyph name={looks[look]} />
      <div>
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
