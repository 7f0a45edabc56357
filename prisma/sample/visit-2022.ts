import { aliyev, apa, arystanbekov, tokayev, trend } from './founding-articles'
import { amount, day, days, observation, page, stage, target } from './notation'
import type { SampleEntry } from './schema'

const documents = (reporter: string | null, scope = '') =>
  ({ indicator: 'documents-signed', about: 'aze-kaz', reporter, unit: 'COUNT', scope }) as const
const visitDay = day('2022-08-24')
const marchVisit = days('2024-03-11', '2024-03-12')
const counts =
  'Sources count differently: more than 20 announced, 10 for the visit by Kazinform, more than 20 between agencies by the President of Azerbaijan.'

const events: SampleEntry[] = [
  {
    kind: 'event',
    key: 'visit-2022',
    code: 'CONSULT',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Official visit of President Tokayev to Azerbaijan',
    period: visitDay,
    place: 'baku',
    parties: [
      { entity: 'kassym-jomart-tokayev', role: 'guest' },
      { entity: 'ilham-aliyev', role: 'host' },
    ],
    evidence: [
      trend('President of Kazakhstan Kassym-Zhomart Tokayev paid an official visit to Azerbaijan on August 24', 7),
      aliyev('thank you for accepting our invitation and paying an official visit to our country', 9),
    ],
  },
  {
    kind: 'event',
    key: 'visit-2022-expanded-meeting',
    code: 'CONSULT',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Expanded meeting of the two presidents',
    period: visitDay,
    place: 'baku',
    parties: [
      { entity: 'ilham-aliyev', role: 'host' },
      { entity: 'kassym-jomart-tokayev', role: 'guest' },
    ],
    evidence: [
      apa(
        'Ilham Aliyev has held an expanded meeting with President of the Republic of Kazakhstan Kassym-Jomart Tokayev',
        5,
      ),
      trend('negotiations with Azerbaijani President Ilham Aliyev in a narrow and expanded format', 8),
    ],
  },
  {
    kind: 'event',
    key: 'visit-2022-limited-meeting',
    code: 'CONSULT',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Meeting of the two presidents in a limited format',
    period: visitDay,
    place: 'baku',
    parties: [
      { entity: 'ilham-aliyev', role: 'host' },
      { entity: 'kassym-jomart-tokayev', role: 'guest' },
    ],
    evidence: [
      tokayev('I am completely satisfied with the meeting in a limited format.', 21),
      trend('Tokayev held a number of meetings, including negotiations with Azerbaijani President Ilham Aliyev', 8),
    ],
  },
  {
    kind: 'event',
    key: 'altyn-kyran-2022',
    code: 'SUPPORT',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Order “Altyn Kyran”, the highest of Kazakhstan, awarded to Ilham Aliyev',
    period: visitDay,
    place: 'baku',
    note: 'Also spelled Altyn Qyran.',
    parties: [
      { entity: 'kassym-jomart-tokayev', role: 'giver' },
      { entity: 'ilham-aliyev', role: 'honouree' },
    ],
    evidence: [
      aliyev(
        'awarding me with the highest order of the Republic of Kazakhstan “Altyn Kyran” at the meeting of our delegations',
        10,
      ),
      tokayev('I considered it necessary to present the order to you on behalf of all our people today', 26),
    ],
  },
  {
    kind: 'event',
    key: 'centre-presentation-2022',
    code: 'AID',
    about: 'aze-kaz',
    theme: 'culture',
    title: "Presentation of Kazakhstan's gift: the project of a children's creativity centre",
    period: visitDay,
    place: 'baku',
    note: 'A presentation: neither the start of building nor an opening.',
    parties: [
      { entity: 'kaz', role: 'giver' },
      { entity: 'aze', role: 'receiver' },
    ],
    evidence: [aliyev("A presentation of Kazakhstan's gift to Azerbaijan", 11), aliyev('has just been held', 11)],
  },
  {
    kind: 'event',
    key: 'baitursynov-street-2022',
    code: 'SUPPORT',
    about: 'aze-kaz',
    theme: 'culture',
    title: 'A central street of Sumgayit named after Akhmet Baitursynov',
    period: day('2022-08-22'),
    place: 'sumgayit',
    note: '“Two days ago”, counted from the speech of 24 August 2022. President Tokayev gave thanks for it in Fuzuli in March 2024.',
    parties: [
      { entity: 'aze', role: 'giver' },
      { entity: 'akhmet-baitursynov', role: 'honouree' },
    ],
    evidence: [
      aliyev(
        'Two days ago, one of the central streets of Sumgayit was named after the outstanding son of the Kazakh people, educator and Turkologist Akhmet Baitursynov.',
        16,
      ),
      page('44days-2024', { speaker: 'kassym-jomart-tokayev', saidOn: '2024-03-12' }),
    ],
  },
  {
    kind: 'event',
    key: 'problems-1990s',
    code: 'CONSULT',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Problems between the two states, among them a debt, under discussion',
    period: { starts: '1990-01-01', ends: '2000-01-01', words: 'in the 1990s' },
    note: 'A recollection of President Tokayev, who calls the problems minor from today’s perspective.',
    parties: [],
    evidence: [
      tokayev('In the 1990s, there were problems between our states.', 27),
      tokayev('I remember discussing the problems of a $8 million debt.', 27),
    ],
  },
]

/** Announced and counted stand side by side and are compared, never added. */
const counted: SampleEntry[] = [
  target('documents-2022-announced', documents(null), visitDay, amount('20', 0, 'more_than'), [
    aliyev('We are about to sign more than 20 documents.', 12),
  ]),
  target('documents-2022-expected', documents(null), visitDay, amount('20', 0, 'about'), [page('silkway-tv-2022')], {
    note: 'Expected before the visit.',
  }),
  observation('documents-2022', documents(null), visitDay, amount('10'), 'other', [page('kazinform-2022-08')], {
    note: counts,
  }),
  observation(
    'documents-2022-agencies',
    documents('aze', 'between relevant agencies'),
    visitDay,
    amount('20', 0, 'more_than'),
    'official',
    [page('president-az-2022-08', { speaker: 'ilham-aliyev' })],
    { note: `Said after the signing, besides the documents signed before the presidents. ${counts}` },
  ),
  observation(
    'documents-2022-besides',
    documents(null, 'besides the Declaration and the Comprehensive Program'),
    visitDay,
    amount('20', 0, 'more_than'),
    'other',
    [page('asia-n-2022')],
    { note: counts },
  ),
  observation(
    'documents-2023-06',
    documents('kaz'),
    day('2023-06-22'),
    amount('11'),
    'official',
    [page('kazinform-2023-07', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })],
    { note: "After the official visit of Kazakhstan's Prime Minister in June 2023." },
  ),
  observation(
    'documents-2024-03-14',
    documents(null),
    marchVisit,
    amount('14'),
    'other',
    [page('qazmonitor-2024-03')],
    {
      note: 'Another page counts nine.',
    },
  ),
  observation('documents-2024-03-9', documents(null), marchVisit, amount('9'), 'other', [page('trend-2024-03-15')], {
    note: 'Another page counts 14.',
  }),
  observation('documents-2025-10', documents(null), day('2025-10-21'), amount('15'), 'other', [page('report-2025-12')]),
]

/** What the articles call agreements without number or name counts as a set, never as one. */
const sets: SampleEntry[] = [
  {
    kind: 'agreement',
    key: 'agreements-2022',
    code: 'set',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Agreements signed during the visit of August 2022',
    otherTitles: ['a number of important agreements', 'a package of agreements'],
    period: { starts: null, ends: null, words: 'no term stated' },
    note: 'The articles give neither number nor names.',
    parties: [
      { entity: 'aze', role: 'signatory' },
      { entity: 'kaz', role: 'signatory' },
    ],
    evidence: [
      trend('the parties signed a number of important agreements aimed at developing bilateral relations', 9),
      arystanbekov(
        'the signing of a package of agreements undoubtedly reflects the national interest of both Azerbaijan and Kazakhstan',
        21,
      ),
    ],
  },
  stage('agreements-2022-signed', 'agreements-2022', 'signed', visitDay, [
    trend('during the visit, the parties signed a number of important agreements', 9),
    page('president-az-2022-08', { speaker: 'ilham-aliyev' }),
  ]),
  {
    kind: 'agreement',
    key: 'agreements-2022-presidents',
    code: 'set',
    about: 'aze-kaz',
    theme: 'political',
    title: 'Documents signed in the presence of the presidents in August 2022',
    period: { starts: null, ends: null, words: 'no term stated' },
    note: '“Some” of those announced: the number is not stated.',
    parties: [
      { entity: 'aze', role: 'signatory' },
      { entity: 'kaz', role: 'signatory' },
    ],
    evidence: [aliyev('Some of them will be signed with our participation', 12)],
  },
  stage('agreements-2022-presidents-signed', 'agreements-2022-presidents', 'signed', visitDay, [
    page('president-az-2022-08', { speaker: 'ilham-aliyev' }),
  ]),
]

export const visit2022: SampleEntry[] = [...events, ...counted, ...sets]
