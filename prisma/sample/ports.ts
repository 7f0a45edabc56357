import {
  amount,
  day,
  days,
  million,
  observation,
  page,
  since,
  target,
  thousand,
  undated,
  until,
  year,
  yearBefore,
} from './notation'
import type { SampleEntry } from './schema'

const port = (about: string, reporter: string | null, scope = '') =>
  ({ indicator: 'port-capacity', about, reporter, unit: 'T', scope }) as const
const containers = (about: string, reporter: string | null, scope = '') =>
  ({ indicator: 'port-container-capacity', about, reporter, unit: 'TEU', scope }) as const
const boxes = (scope: string) => ({ indicator: 'port-container-number', about: 'alat', unit: 'COUNT', scope }) as const
const berths = (scope: string) =>
  ({ indicator: 'port-berths', about: 'aktau', reporter: 'kaz', unit: 'COUNT', scope }) as const
const railway = (reporter: string | null, scope = '') =>
  ({ indicator: 'corridor-capacity', about: 'baku-tbilisi-kars', reporter, unit: 'T', scope }) as const

const premier2024 = [page('astana-times-2024-09', { speakerAs: "Press service of Kazakhstan's Prime Minister" })]
const visit2024 = day('2024-09-25')
const ministry2024 = [page('azernews-2024-05', { speakerAs: 'Ministry of Transport of Kazakhstan' })]
const committee2022 = [page('kazinform-2022-10', { speakerAs: 'Deputy head of the transport committee of Kazakhstan' })]
const minister2025 = [page('trend-2025-11-25', { speakerAs: 'Minister of Transport of Kazakhstan' })]
const bothPorts = 'ports of Aktau and Kuryk'
const hub = 'container hub'
const threePlans = 'Three plans give 215,000, up to 300,000 and 200,000 TEU a year.'
const secondPhase = 'Sources differ on the second phase: 500,000 TEU, one million containers, 50,000 TEU.'

/** Capacities are amounts a year; they hold on the day they were stated unless the source says more. */
const caspianKazakhstan: SampleEntry[] = [
  observation(
    'aktau-capacity-2024',
    port('aktau', 'kaz'),
    visit2024,
    million('11', 'more_than'),
    'official',
    premier2024,
  ),
  observation('aktau-berths-oil', berths('oil'), visit2024, amount('3'), 'official', premier2024),
  observation('aktau-berths-dry', berths('dry cargo'), visit2024, amount('3'), 'official', premier2024),
  observation(
    'aktau-grain-terminal',
    port('aktau', 'kaz', 'grain terminal'),
    visit2024,
    thousand('800'),
    'official',
    premier2024,
  ),
  observation('aktau-oil-berths-capacity', port('aktau', null, 'oil berths'), year(2023), million('7.5'), 'other', [
    page('portnews-2023'),
  ]),
  observation(
    'aktau-oil-berths-2022',
    { indicator: 'port-cargo', about: 'aktau', unit: 'T', scope: 'oil berths' },
    year(2022),
    million('3.8', 'more_than'),
    'other',
    [page('portnews-2023')],
  ),
  observation(
    'aktau-oil-berths-growth-2022',
    { indicator: 'port-cargo', about: 'aktau', measure: 'change', unit: 'PCT', scope: 'oil berths' },
    year(2022),
    amount('9'),
    'other',
    [page('portnews-2023')],
    { base: yearBefore(year(2022)) },
  ),
  observation(
    'aktau-hub-2022',
    containers('aktau', 'kaz', hub),
    day('2022-10-19'),
    thousand('40'),
    'official',
    committee2022,
    { note: 'What the hub is to start from.' },
  ),
  target(
    'target-aktau-hub-2022',
    containers('aktau', null, hub),
    until('2025-12-31', 'by 2025'),
    thousand('215'),
    committee2022,
    { note: threePlans },
  ),
  target(
    'target-aktau-hub-2023',
    containers('aktau', null, hub),
    undated('no date recorded'),
    thousand('300', 'up_to'),
    [page('portnews-2023'), page('rtu-cargo-2024')],
    { note: threePlans },
  ),
  target('target-aktau-hub-2025', containers('aktau', null, hub), undated(), thousand('200'), minister2025, {
    note: `${threePlans} The first phase was to be finished by the end of 2025.`,
  }),
  observation(
    'kuryk-capacity-design',
    port('kuryk', 'kaz', 'design'),
    visit2024,
    million('6'),
    'official',
    premier2024,
  ),
  observation(
    'kuryk-cargo-2024',
    { indicator: 'port-cargo', about: 'kuryk', reporter: 'kaz', unit: 'T' },
    days('2024-01-01', '2024-09-25'),
    million('1.5', 'more_than'),
    'official',
    premier2024,
  ),
  target(
    'target-sarzha-2022',
    port('kuryk', null, 'Sarzha terminal'),
    until('2025-12-31', 'by 2025'),
    million('10'),
    committee2022,
  ),
  target(
    'target-sarzha-2024',
    port('kuryk', null, 'Sarzha terminal'),
    undated('no date recorded'),
    million('9.4', 'about'),
    [page('rtu-cargo-2024', { speakerAs: 'Vice Minister of Transport of Kazakhstan' })],
  ),
  observation(
    'both-ports-2024',
    port('kaz', 'kaz', bothPorts),
    day('2024-05-22'),
    million('21'),
    'official',
    ministry2024,
  ),
  target(
    'target-both-ports-2028',
    { indicator: 'port-capacity', about: 'kaz', measure: 'change', unit: 'PCT', scope: bothPorts },
    until('2028-12-31', 'by 2028'),
    amount('50'),
    ministry2024,
    { base: undated('the 21 million tonnes of May 2024') },
  ),
  target('target-both-ports-30m', port('kaz', null, bothPorts), undated(), million('30'), minister2025),
]

const alat: SampleEntry[] = [
  observation(
    'alat-first-phase',
    port('alat', null, 'first phase'),
    since('2018-05-14', 'since the opening on 14 May 2018'),
    million('15'),
    'other',
    [page('today-az-alat'), page('azerbaijan-railways-alat')],
  ),
  observation(
    'alat-first-phase-containers',
    boxes('first phase'),
    since('2018-05-14', 'since the opening on 14 May 2018'),
    thousand('100'),
    'other',
    [page('today-az-alat'), page('azerbaijan-railways-alat')],
    { note: 'Containers, not TEU.' },
  ),
  target(
    'target-alat-second-phase',
    port('alat', null, 'second phase'),
    undated('no date recorded'),
    million('25'),
    [page('trend-2025-12')],
    { note: 'In design in December 2025.' },
  ),
  target(
    'target-alat-second-phase-containers',
    containers('alat', null, 'second phase'),
    undated('no date recorded'),
    thousand('500'),
    [page('trend-2025-12')],
    { note: secondPhase },
  ),
  target(
    'target-alat-million-containers',
    boxes('second phase'),
    undated('no date recorded'),
    million('1'),
    [page('xebersaati-2017', { speaker: 'ilham-aliyev' })],
    { note: secondPhase },
  ),
  target(
    'target-alat-50000-teu',
    containers('alat', null, 'second phase'),
    undated('no date recorded'),
    thousand('50'),
    [page('azvision-alat')],
    { note: `${secondPhase} The page of the last also mistakes tonnes for tenge.` },
  ),
]

const bakuTbilisiKars: SampleEntry[] = [
  observation('btk-capacity-before', railway(null), until('2024-05-19', 'until 20 May 2024'), million('1'), 'other', [
    page('trend-2024-05'),
  ]),
  observation('btk-capacity-2024', railway(null), since('2024-05-20', 'from 20 May 2024'), million('5'), 'other', [
    page('trend-2024-05'),
  ]),
  observation(
    'btk-rebuilt-georgia',
    { indicator: 'railway-rebuilt', about: 'baku-tbilisi-kars', unit: 'KM', scope: 'in Georgia' },
    until('2024-05-20', 'by 20 May 2024'),
    amount('184'),
    'other',
    [page('trend-2024-05')],
  ),
  target('target-btk-design', railway(null, 'design'), undated('at first'), million('6.5'), [
    page('the-messenger-2015-01'),
  ]),
  target('target-btk-peak', railway(null, 'design'), undated('at its peak'), million('17'), [
    page('the-messenger-2015-01'),
  ]),
  target(
    'target-btk-passengers',
    {
      indicator: 'corridor-passenger-capacity',
      about: 'baku-tbilisi-kars',
      unit: 'PERSONS',
      scope: 'design',
    },
    undated('at first'),
    million('1'),
    [page('the-messenger-2015-01')],
  ),
]

export const ports: SampleEntry[] = [...caspianKazakhstan, ...alat, ...bakuTbilisiKars]
