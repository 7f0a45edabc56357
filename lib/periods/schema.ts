import { z } from 'zod'

/** A calendar day, ISO 8601: `2022-08-24`. The calendar of PostgreSQL has no year 0. */
export const isoDate = z.iso.date().refine((day) => day >= '0001', 'notADay')

/**
 * An edition of the database: a day, which means its end, or a moment in UTC (`2026-11-28T09:30:00.000Z`), as links have
 * that were frozen within a day.
 */
export const Edition = z.union([isoDate, z.iso.datetime().refine((moment) => moment >= '0001', 'notADay')])

/** A year of four digits as it stands in an address, late enough and early enough to be followed by another one. */
export const plainYear = /^[12]\d{3}$/

/**
 * The stretch of time an entry holds for: half-open days `[starts, ends)`, so the year 2022 is
 * 2022-01-01 to 2023-01-01. An end the source leaves open is null ("by 2025", "since January");
 * both are null where the source gives no date at all. Whenever an end is open, `words` holds the source's own.
 */
export const Period = z.object({
  starts: isoDate.nullable(),
  ends: isoDate.nullable(),
  words: z.string().trim().min(1).max(200).nullable(),
})
export type Period = z.infer<typeof Period>
