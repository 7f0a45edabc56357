import type { SampleEntry, SampleEvidence, SampleSource } from './schema'

/**
 * The two articles the sample began with. Neither is bundled: each fact cites the clause that carries it,
 * with its paragraph. Everything else in the sample is a page reference.
 */
export const foundingArticles: SampleSource[] = [
  {
    key: 'trend-visit',
    publisher: 'trend',
    title: 'Visit of President Kassym-Jomart Tokayev - Kazakhstan bets on Azerbaijan',
    byline: 'Nargiz Sadikhova',
    publishedOn: '2022-08-26',
    accessedOn: '2026-09-01',
  },
  {
    key: 'apa-meeting',
    publisher: 'apa',
    title: 'Presidents of Azerbaijan and Kazakhstan held expanded meeting-UPDATED',
    url: 'https://en.apa.az/official-news/presidents-of-azerbaijan-and-kazakhstan-held-expanded-meeting-updated-383306',
    publishedOn: '2022-08-24',
    accessedOn: '2026-09-01',
  },
]

const voice =
  (source: string, speaker: string | null, speakerAs: string | null) => (quote: string, paragraph: number) =>
    ({ source, quote, locator: `¶${paragraph}`, speaker, speakerAs }) satisfies SampleEvidence

export const apa = voice('apa-meeting', null, null)
export const aliyev = voice('apa-meeting', 'ilham-aliyev', 'President of the Republic of Azerbaijan')
export const tokayev = voice('apa-meeting', 'kassym-jomart-tokayev', 'President of the Republic of Kazakhstan')
export const trend = voice('trend-visit', null, null)
export const karazhanov = voice('trend-visit', 'zamir-karazhanov', 'Kazakh political expert')
export const arystanbekov = voice(
  'trend-visit',
  'kairbek-arystanbekov',
  'Director of the Economic Policy Institute, Member of the National Council of Public Trust',
)

type Statement = Extract<SampleEntry, { kind: 'statement' }>

/** A position or opinion, by whoever the evidence quotes. */
export const statement = (
  key: string,
  code: Statement['code'],
  theme: Statement['theme'],
  title: string,
  evidence: SampleEvidence,
  more: Partial<Pick<Statement, 'about' | 'note' | 'period'>> = {},
): SampleEntry => ({
  kind: 'statement',
  key,
  code,
  about: 'aze-kaz',
  theme,
  title,
  period: { starts: '2022-08-24', ends: '2022-08-25', words: null },
  parties: evidence.speaker ? [{ entity: evidence.speaker, role: 'speaker' }] : [],
  evidence: [evidence],
  ...more,
})
