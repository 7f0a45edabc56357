import type { GlyphName } from '@/components/ui/glyph'
import type { Markup } from '@/components/ui/markup'
import { status, type Tone } from '@/components/ui/status'

/** Shape and tone of each state; a state not listed here is drawn as an open promise. */
const looks: Record<string, [GlyphName, Tone]> = {
  not_computable: ['open', 'quiet'],
  in_progress: ['under', 'plain'],
  on_track: ['under', 'good'],
  partly_delivered: ['under', 'plain'],
  behind: ['under', 'warn'],
  moving_away: ['down', 'bad'],
  signed: ['under', 'plain'],
  ratified: ['under', 'plain'],
  delivered: ['done', 'good'],
  delivered_late: ['done', 'warn'],
  achieved: ['done', 'good'],
  met: ['done', 'good'],
  in_force: ['done', 'good'],
  late: ['late', 'warn'],
  overdue: ['late', 'warn'],
  missed: ['ended', 'bad'],
  lapsed: ['ended', 'bad'],
  withdrawn: ['ended', 'quiet'],
  suspended: ['flat', 'warn'],
  terminated: ['ended', 'quiet'],
}

/** The state of a promise, computed elsewhere: a shape and the word for it. */
export function promiseStatus({ code, text }: { code: string; text: string }): Markup {
  const [shape, tone] = looks[code] ?? ['open', 'plain']
  return status(shape, tone, text)
}
