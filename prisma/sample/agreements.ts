import { tokayev } from './founding-articles'
import { day, days, months, page, stage, undated, until, years } from './notation'
import type { SampleEntry } from './schema'

type Agreement = Extract<SampleEntry, { kind: 'agreement' }>
const agreement = (
  key: string,
  code: Agreement['code'],
  theme: Agreement['theme'],
  title: string,
  signatories: string[],
  evidence: Agreement['evidence'],
  more: Partial<Pick<Agreement, 'about' | 'otherTitles' | 'note' | 'period'>> = {},
): SampleEntry => ({
  kind: 'agreement',
  key,
  code,
  about: 'aze-kaz',
  theme,
  title,
  period: undated('no term stated'),
  parties: signatories.map((entity) => ({ entity, role: 'signatory' })),
  evidence,
  ...more,
})
/** An agreement with the day it was signed; its `period` is the term it runs for. */
const signed = (on: Agreement['period'], ...of: Parameters<typeof agreement>): SampleEntry[] => {
  const [key, , , , , evidence] = of
  return [agreement(...of), stage(`${key}-signed`, key, 'signed', on, evidence)]
}

const both = ['aze', 'kaz']
const visit2022 = day('2022-08-24')
const june2023 = day('2023-06-22')
const railways = ['ktz', 'azerbaijan-railways', 'georgian-railway']

const ofStates: SampleEntry[] = [
  ...signed(
    day('2005-05-24'),
    'treaty-2005',
    'treaty',
    'political',
    'Treaty on strategic partnership and allied relations',
    both,
    [page('turanews-statement')],
  ),
  agreement(
    'declaration-2022',
    'declaration',
    'political',
    'Declaration on Strengthening Strategic Relations and Deepening of Allied Interaction',
    both,
    [
      tokayev(
        'the Declaration on the deepening of strategic partnership and allied relations between our countries will be signed today',
        21,
      ),
      page('president-az-2022-08', { speaker: 'ilham-aliyev' }),
    ],
    {
      otherTitles: ['Declaration on the deepening of strategic partnership and allied relations'],
      note: 'Whether it counts among the “more than 20 documents” is not stated.',
    },
  ),
  stage('declaration-2022-signed', 'declaration-2022', 'signed', visit2022, [
    page('president-az-2022-08', { speaker: 'ilham-aliyev' }),
    page('kazinform-2022-08'),
  ]),
  ...signed(
    visit2022,
    'programme-2022',
    'programme',
    'political',
    'Comprehensive program for development of cooperation for 2022–2026',
    both,
    [page('kazinform-2022-08')],
    { period: years(2022, 2026) },
  ),
  ...signed(
    until('2022-08-25', 'reported on 25 August 2022'),
    'twinning-shusha-turkestan',
    'twinning',
    'culture',
    'Twin cities Shusha and Turkestan',
    ['shusha', 'turkestan'],
    [page('azernews-2022-08-25')],
    { note: 'Signed at the first meeting of the Business Council.' },
  ),
  ...signed(
    until('2022-08-25', 'reported on 25 August 2022'),
    'twinning-mingachevir-uralsk',
    'twinning',
    'culture',
    'Twin cities Mingachevir and Uralsk',
    ['mingachevir', 'uralsk'],
    [page('azernews-2022-08-25')],
  ),
  ...signed(
    day('2022-11-25'),
    'roadmap-2022',
    'roadmap',
    'transport',
    'Roadmap for the development of the Middle Corridor for 2022–2027',
    ['aze', 'geo', 'kaz', 'tur'],
    [page('caliber-2022-11'), page('silkway-news-2022-11')],
    {
      about: 'middle-corridor',
      period: years(2022, 2027),
      note: 'Signed in Aktau. The second page announces it for three countries.',
    },
  ),
  ...signed(
    day('2023-04-10'),
    'joint-statement-2023',
    'joint_statement',
    'political',
    'Joint statement of the two presidents, with the Supreme Interstate Council',
    both,
    [page('astana-times-2023-04')],
  ),
  ...signed(
    days('2024-03-11', '2024-03-12'),
    'package-2024',
    'set',
    'political',
    'Documents signed during the state visit of March 2024',
    both,
    [page('turan-2024-03'), page('qazmonitor-2024-03'), page('trend-2024-03-15')],
    { note: 'Two pages count 14 and nine.' },
  ),
  ...signed(
    day('2025-10-21'),
    'package-2025',
    'set',
    'political',
    'Documents signed during the state visit of October 2025',
    both,
    [page('report-2025-12')],
  ),
  agreement(
    'turkic-investment-fund-agreement',
    'agreement',
    'investment',
    'Agreement on the establishment of the Turkic Investment Fund',
    ['aze', 'kaz', 'kgz', 'tur', 'uzb'],
    [page('jibek-joly-fund')],
    { about: 'turkic-investment-fund', note: "Approved by Kazakhstan's president; no day is recorded." },
  ),
]

const ofCompanies: SampleEntry[] = [
  ...signed(
    june2023,
    'fibre-optic-2023',
    'contract',
    'transport',
    'Shareholder agreement of AzerTelecom and Kazakhtelecom',
    ['azertelecom', 'kazakhtelecom'],
    [page('azernews-2023-06')],
  ),
  agreement(
    'railways-2023',
    'agreement',
    'transport',
    'Agreement of three railways on key principles of a joint venture for the Middle Corridor',
    railways,
    [page('azernews-2023-06'), page('commonspace-2023-06')],
    { note: 'Signed by Kazakhstan and Azerbaijan on the day; Georgia was expected to follow.' },
  ),
  stage(
    'railways-2023-signed',
    'railways-2023',
    'signed',
    june2023,
    [page('azernews-2023-06'), page('commonspace-2023-06')],
    {
      parties: [
        { entity: 'azerbaijan-railways', role: 'signatory' },
        { entity: 'ktz', role: 'signatory' },
      ],
    },
  ),
  ...signed(
    june2023,
    'socar-kazmunaygas-2023',
    'memorandum',
    'energy',
    'Memorandum of SOCAR and KazMunayGas',
    ['socar', 'kazmunaygas'],
    [page('azernews-2023-06')],
  ),
  ...signed(june2023, 'tourism-2023', 'memorandum', 'culture', 'Memorandum on tourism', both, [
    page('azernews-2023-06'),
  ]),
  ...signed(june2023, 'sport-2023', 'memorandum', 'culture', 'Memorandum on sport', both, [page('azernews-2023-06')]),
  ...signed(june2023, 'culture-2023', 'memorandum', 'culture', 'Memorandum on culture', both, [
    page('azernews-2023-06'),
  ]),
  ...signed(
    day('2023-10-26'),
    'venture-2023',
    'contract',
    'transport',
    'Joint venture Middle Corridor Multimodal Ltd',
    railways,
    [page('menafn-2023-10')],
    {
      about: 'middle-corridor',
      note: 'Signed in Tbilisi; the three railways at parity; seat at the Astana International Financial Centre.',
    },
  ),
  ...signed(
    months(2025, 11, 11),
    'crct-2025',
    'contract',
    'transport',
    "China's CRCT joins Middle Corridor Multimodal Ltd",
    ['crct', ...railways],
    [page('trend-2025-11-crct')],
    { about: 'middle-corridor' },
  ),
  ...signed(
    days('2024-03-11', '2024-03-12'),
    'fund-partnership-2024',
    'agreement',
    'investment',
    'Strategic partnership agreement of the Azerbaijan Investment Holding and Samruk-Kazyna',
    ['azerbaijan-investment-holding', 'samruk-kazyna'],
    [page('trend-2024-03-15')],
  ),
  ...signed(
    months(2022, 11, 11),
    'oil-2022',
    'contract',
    'energy',
    'Transit of 1.5 million tonnes of Tengiz oil a year',
    ['socar', 'kazmunaygas'],
    [page('trend-2025-01', { speaker: 'socar' })],
  ),
  ...signed(
    months(2024, 3, 3),
    'oil-2024',
    'contract',
    'energy',
    'Increase of oil transit step by step to 2.2 million tonnes a year',
    ['socar', 'kazmunaygas'],
    [page('trend-2025-01', { speaker: 'socar' })],
  ),
  ...signed(
    day('2025-01-15'),
    'oil-2025',
    'contract',
    'energy',
    'Transit of 240,000 tonnes of Kashagan oil a year',
    ['socar-midstream', 'kmg-trading'],
    [page('trend-2025-01', { speaker: 'socar' })],
  ),
]

export const agreements: SampleEntry[] = [...ofStates, ...ofCompanies]
