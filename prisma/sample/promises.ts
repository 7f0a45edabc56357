import { aliyev, tokayev } from './founding-articles'
import { amount, day, days, months, observation, page, stage, target, undated, until, year } from './notation'
import type { SampleEntry } from './schema'

type Commitment = Extract<SampleEntry, { kind: 'commitment' }>
const commitment = (
  key: string,
  code: Commitment['code'],
  theme: Commitment['theme'],
  title: string,
  period: Commitment['period'],
  evidence: Commitment['evidence'],
  more: Partial<Pick<Commitment, 'about' | 'parties' | 'note'>> = {},
): SampleEntry => ({ kind: 'commitment', key, code, about: 'aze-kaz', theme, title, period, evidence, ...more })

const noDate = undated()
const byKazakhstan: Commitment['parties'] = [
  { entity: 'kaz', role: 'promiser' },
  { entity: 'aze', role: 'promisee' },
]
const byBoth: Commitment['parties'] = [
  { entity: 'aze', role: 'promiser' },
  { entity: 'kaz', role: 'promiser' },
]
const opening = [
  page('world-news-am-2024', { speaker: 'kassym-jomart-tokayev', saidOn: '2024-03-12' }),
  page('44days-2024', { speaker: 'kassym-jomart-tokayev', saidOn: '2024-03-12' }),
]
const plan = [page('kazinform-centre-plan', { saidOn: '2022-08-24' })]

/** What was promised without a number, how firmly, and what became of it. */
const childrensCentre: SampleEntry[] = [
  commitment(
    'centre',
    'pledge',
    'culture',
    "Build a Centre for the Development of Children's Creativity as Kazakhstan's gift",
    noDate,
    [
      aliyev(
        "the Center for the Development of Children's Creativity to be built in the territories liberated from occupation",
        11,
      ),
    ],
    {
      parties: byKazakhstan,
      note: "The speech names neither town nor size nor date; the wording of the place is the speaker's.",
    },
  ),
  commitment(
    'centre-plan',
    'pledge',
    'culture',
    'Start the Kurmangazy centre in Fuzuli in September 2022 and finish it in December 2023',
    { starts: '2022-09-01', ends: '2024-01-01', words: null },
    plan,
    { parties: byKazakhstan, note: 'The plan shown at the visit, with the dates that the speech leaves out.' },
  ),
  stage(
    'centre-first-stone',
    'centre',
    'in_progress',
    months(2023, 3, 3),
    [page('kazinform-2023-03'), page('world-news-am-2024')],
    {
      note: 'First stone in March 2023, six months after the planned start; built in nine months by BI Group with KazAID.',
    },
  ),
  stage('centre-opened', 'centre', 'delivered', day('2024-03-12'), opening, {
    note: 'Opened by both presidents in Fuzuli.',
  }),
  stage('centre-plan-first-stone', 'centre-plan', 'in_progress', months(2023, 3, 3), [
    page('kazinform-2023-03'),
    page('world-news-am-2024'),
  ]),
  stage('centre-plan-opened', 'centre-plan', 'delivered', day('2024-03-12'), opening),
  target(
    'centre-area-planned',
    { indicator: 'project-area', about: 'aze-kaz', unit: 'M2', scope: 'Kurmangazy centre, building' },
    until('2023-12-31', 'by December 2023'),
    amount('3100'),
    plan,
  ),
  target(
    'centre-places-planned',
    { indicator: 'project-places', about: 'aze-kaz', unit: 'PERSONS', scope: 'Kurmangazy centre' },
    until('2023-12-31', 'by December 2023'),
    amount('600'),
    plan,
  ),
  observation(
    'centre-area-grounds',
    { indicator: 'project-area', about: 'aze-kaz', unit: 'M2', scope: 'Kurmangazy centre, grounds' },
    day('2024-03-12'),
    amount('1.5', 4),
    'other',
    [page('world-news-am-2024')],
    { note: 'Written as 1.5 hectares.' },
  ),
  observation(
    'centre-places-opened',
    { indicator: 'project-places', about: 'aze-kaz', unit: 'PERSONS', scope: 'Kurmangazy centre' },
    day('2024-03-12'),
    amount('600', 0, 'up_to'),
    'other',
    [page('world-news-am-2024')],
    { note: 'In two shifts.' },
  ),
]

const culture: SampleEntry[] = [
  commitment(
    'culture-days',
    'proposal',
    'culture',
    'Hold the Ten Days of Azerbaijani Culture in Kazakhstan',
    year(2023),
    [
      tokayev('we can hold the Ten Days of Azerbaijani Culture in Kazakhstan', 24),
      tokayev('next year, based on the agreement between the governments of our countries', 24),
      page('kazinform-2022-08', { speaker: 'kassym-jomart-tokayev' }),
    ],
    {
      parties: byKazakhstan,
      note: '“Ten Days” is the name of a kind of festival, not a number; another report renders it “Decade of Culture”. Conditional: “can hold”.',
    },
  ),
  stage('culture-days-2023-12', 'culture-days', 'restated', day('2023-12-02'), [page('vestnik-kavkaza-2023-12')], {
    note: "Announced for 2024, while the reverse took place: Days of Kazakhstan's Culture in Baku.",
  }),
  stage(
    'culture-days-held',
    'culture-days',
    'delivered',
    days('2024-09-24', '2024-09-26'),
    [page('report-2024-09'), page('vestnik-kavkaza-2024-09')],
    {
      note: 'Held in Astana: three days, shorter than the ten of its name, and a year after the year named. The second page says 23–26 September.',
    },
  ),
  commitment(
    'aliyev-street',
    'instruction',
    'culture',
    "Give Heydar Aliyev's name to a larger street of Kazakhstan's capital",
    noDate,
    [page('aqparat-2022', { speaker: 'kassym-jomart-tokayev', saidOn: '2022-08-24' })],
    { parties: byKazakhstan },
  ),
  stage('aliyev-street-opened', 'aliyev-street', 'delivered', day('2023-04-10'), [page('president-az-2023-04')], {
    note: 'Four lanes and 1,400 metres in the Yesil district of Astana.',
  }),
]

const transport: SampleEntry[] = [
  commitment(
    'cargo-flows',
    'talks',
    'transport',
    'Link the cargo flow of the two countries and increase its volume',
    noDate,
    [aliyev('Now there is talk about linking the cargo flow between our countries and increasing its volume', 14)],
    { parties: byBoth, note: 'Talk under way, weaker than a pledge.' },
  ),
  stage('cargo-flows-roadmap', 'cargo-flows', 'in_progress', day('2022-11-25'), [page('caliber-2022-11')], {
    note: 'Roadmap for the Middle Corridor, 2022–2027, signed.',
  }),
  stage('cargo-flows-venture', 'cargo-flows', 'in_progress', day('2023-10-26'), [page('menafn-2023-10')], {
    note: 'The railways of Kazakhstan, Azerbaijan and Georgia sign for a joint venture.',
  }),
  commitment(
    'transport-instruction',
    'instruction',
    'transport',
    "Kazakhstan's government to work with Azerbaijan on transport and logistics",
    noDate,
    [
      tokayev(
        'I am guiding the government and relevant departments to maintain close interaction and work together with your representatives',
        28,
      ),
    ],
    { parties: byKazakhstan },
  ),
  stage(
    'transport-instruction-key-principles',
    'transport-instruction',
    'in_progress',
    day('2023-06-22'),
    [page('commonspace-2023-06'), page('azernews-2023-06')],
    { note: 'Agreement of the railways on a joint logistics company.' },
  ),
  stage('transport-instruction-venture', 'transport-instruction', 'in_progress', day('2023-10-26'), [
    page('menafn-2023-10'),
  ]),
]

const economy: SampleEntry[] = [
  commitment(
    'economic-relations',
    'pledge',
    'economy',
    'Promote economic and commercial relations',
    noDate,
    [aliyev('we will promote the development of economic and commercial relations', 15)],
    { parties: byBoth, note: 'Nothing in it is measured.' },
  ),
  commitment(
    'joint-investment',
    'proposal',
    'investment',
    'Take part in joint investment projects in Azerbaijan, Kazakhstan and other countries',
    noDate,
    [
      aliyev(
        'the time has come for us to join our efforts in this direction and participate in joint investment projects',
        15,
      ),
    ],
    { parties: byBoth, note: 'A proposal: “I think that the time has come”.' },
  ),
  stage(
    'joint-investment-fund',
    'joint-investment',
    'in_progress',
    day('2024-03-11'),
    [page('astana-times-2024-03', { speakerAs: 'Chairman of Samruk-Kazyna' })],
    { note: 'A joint fund of $300 million planned.' },
  ),
  stage(
    'joint-investment-activating',
    'joint-investment',
    'in_progress',
    day('2025-10-21'),
    [page('astana-times-2025-10', { speaker: 'kassym-jomart-tokayev', saidOn: '2025-10-21' })],
    { note: 'The fund is still to be put to work.' },
  ),
  commitment(
    'governments-trade',
    'instruction',
    'trade',
    'The governments should work towards more trade',
    noDate,
    [tokayev('I believe that the governments of our countries should work in this direction', 22)],
    { parties: byBoth, note: 'Put as a belief (“should”): like an instruction, not a signed obligation.' },
  ),
]

export const promises: SampleEntry[] = [...childrensCentre, ...culture, ...transport, ...economy]
