import { z } from 'zod'
import { toFaults } from '@/lib/errors/issues'
import { Refusal } from '@/lib/errors/refusal'
import { locales } from '@/lib/i18n/locales'
import { Edition, isoDate, plainYear } from '@/lib/periods/schema'

/** What a chart can be taken away as, with the media type each is served with. */
export const contentTypes = {
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const
export type ChartFormat = keyof typeof contentTypes
/** For "what exists" in a refusal. */
export const chartFormats = Object.keys(contentTypes) as ChartFormat[]

export function isChartFormat(text: string): text is ChartFormat {
  return Object.hasOwn(contentTypes, text)
}

/** Bound of what one request may cost: 4000 × 3000, or 1500 × 1000 at scale 3, and a bit. */
export const mostPixels = 16_000_000

const yearOrDay = z.string().refine((text) => plainYear.test(text) || isoDate.safeParse(text).success, 'notAYearOrDay')
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'notAWholeNumber')
    .transform(Number)
    .pipe(z.number().min(least).max(most))

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug')

const parameters = z
  .object({
    /** First day shown; a year means its first day. */
    from: yearOrDay.nullable(),
    /** Half-open end as in the page's address; a year is shown whole. */
    to: yearOrDay.nullable(),
    reporter: slug.nullable(),
    known: isoDate.nullable(),
    edition: Edition.nullable(),
    measure: z.enum(['level', 'change']),
    width: whole(200, 4000),
    height: whole(150, 3000),
    scale: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,2})?$/, 'notANumber')
      .transform(Number)
      .pipe(z.number().min(1).max(4)),
    theme: z.enum(['light', 'dark']),
    lang: z.enum(locales),
  })
  .transform(({ from, to, ...rest }) => ({
    ...rest,
    from: from && (plainYear.test(from) ? `${from}-01-01` : from),
    to: to && (plainYear.test(to) ? `${String(Number(to) + 1).padStart(4, '0')}-01-01` : to),
  }))
  .superRefine(({ from, to, width, height, scale }, context) => {
    if (from && to && from >= to) context.addIssue({ code: 'custom', path: ['from'], message: 'fromAfterTo' })
    if (width * height * scale * scale > mostPixels)
      context.addIssue({ code: 'custom', path: ['scale'], message: 'tooManyPixels' })
  })

/** A chart asked for by address: which figures, and how they are to be drawn. */
export type ChartRequest = z.output<typeof parameters>

const defaults = { measure: 'level', width: '1000', height: '500', scale: '1', theme: 'light', lang: 'en' }
const names = Object.keys(parameters.in.shape)

/**
 * Reads the parameters of a chart's address. What is not given has a default; what is not known is left alone.
 * @throws Refusal `invalid` whose faults name parameter, value and rule
 */
export function toChartRequest(search: URLSearchParams): ChartRequest {
  const given = Object.fromEntries(names.map((name) => [name, search.get(name) || null]))
  const filled = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value ?? (defaults as Record<string, string>)[name] ?? null]),
  )
  const parsed = parameters.safeParse(filled, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new Refusal(
    'invalid',
    toFaults(parsed.error).map((fault) => ({
      ...fault,
      values: { ...fault.values, ...more(fault.code, search), value: search.get(fault.field) ?? '' },
    })),
  )
}

/** What the sentences of rules about several parameters name besides the value. */
function more(code: string, search: URLSearchParams): Record<string, string | number> {
  if (code === 'tooManyPixels') return { maximum: mostPixels }
  return code === 'fromAfterTo' ? { to: search.get('to') ?? '' } : {}
}
