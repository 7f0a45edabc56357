import { z } from 'zod'
import { storable } from '@/lib/errors/issues'
import type { Fault } from '@/lib/errors/refusal'

/** How often a feed is asked, in minutes: every quarter of an hour, hour, six hours, day, week. */
export const intervals = [15, 60, 360, 1440, 10_080] as const
export type Interval = (typeof intervals)[number]

export const FeedInput = z
  .object({
    /** Without name and password: it would not be asked, and they would stand in the list and in the record for good. */
    url: z
      .url({ protocol: /^https?$/, error: 'url' })
      .max(2000)
      .refine((url) => !URL.canParse(url) || !(new URL(url).username || new URL(url).password), 'fetchCredentials'),
    /** What the desk calls it; the feed's own title where left out. */
    title: z.string().trim().min(1).max(200).nullable().default(null),
    everyMinutes: z.literal(intervals).default(60),
    /** Also what names no relation; else only what names both countries of one. */
    takeAll: z.boolean().default(false),
  })
  .superRefine(storable)
export type FeedInput = z.input<typeof FeedInput>

/** A feed as the desk sees it. */
export type FeedLine = {
  id: number
  url: string
  title: string
  everyMinutes: Interval
  takeAll: boolean
  paused: boolean
  revision: number
  /** Being polled at this moment, by this server or another one. */
  polling: boolean
  nextAt: Date
  polledAt: Date | null
  answeredAt: Date | null
  failures: number
  fault: Fault | null
  received: number
  passedOver: number
}

/** What a feed tells of one article. */
export type FeedEntry = {
  /** Its identity in the feed, at most 500 characters. */
  guid: string
  title: string
  url: string | null
  summary: string | null
  byline: string | null
  /** ISO day. */
  publishedOn: string | null
  language: string | null
}

/** A feed read: its own title, and what it tells, in its order. */
export type ReadFeed = { title: string | null; entries: FeedEntry[] }
