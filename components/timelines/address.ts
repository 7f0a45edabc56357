import type { MomentKind } from '@/lib/timelines/schema'

export type TimelineValues = Partial<
  Record<'theme' | 'from' | 'to' | 'reporter' | 'known' | 'edition' | 'kind' | 'move', string>
>
/** The address of the time line with some settings changed; null takes one back. Where one begins to read is one of them. */
export type TimelineHref = (
  change: Partial<Record<keyof TimelineValues | 'page', string | null>>,
  part?: 'overview' | 'line',
) => string

/** A link of the overview leads back to it, so that a keyboard goes on from there. */
export const timelineHref =
  (slug: string, values: TimelineValues): TimelineHref =>
  (change, part = 'overview') => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...values, ...change })) if (value) query.set(name, value)
    return `/relations/${slug}/timeline${query.size ? `?${query}` : ''}#${part}`
  }

/** A kind that is chosen already leads back to all. */
export const toggled = (kind: MomentKind, chosen: MomentKind | null): MomentKind | null =>
  kind === chosen ? null : kind
