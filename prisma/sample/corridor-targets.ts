import { amount, million, page, target, thousand, undated, until, year } from './notation'
import type { SampleEntry } from './schema'

const cargo = { indicator: 'corridor-cargo', about: 'middle-corridor', unit: 'T' } as const
const containers = { indicator: 'corridor-containers', about: 'middle-corridor', unit: 'TEU' } as const
const transit = { indicator: 'corridor-transit-time', about: 'middle-corridor', unit: 'D' } as const
const ministry = [page('report-2026-03', { speakerAs: 'Ministry of Transport of Kazakhstan' })]
const association = [
  page('astana-times-2025-03', {
    speakerAs: 'International association of the Trans-Caspian route',
    saidOn: '2025-03-04',
  }),
]

/** Whoever names a target names no office: its reporter is null, and every reporter's line is measured against it. */
export const corridorTargets: SampleEntry[] = [
  target(
    'target-capacity-2025',
    { indicator: 'corridor-capacity', about: 'middle-corridor', unit: 'T' },
    until('2025-12-31', 'by 2025'),
    million('10'),
    [page('caliber-2022-11', { speakerAs: 'Roadmap of the four states for 2022-2027' })],
    { note: 'A promise of capacity a year, not of cargo. The corridor carried 4.119 million tonnes in 2025.' },
  ),
  target('target-cargo-2022', cargo, year(2022), million('3.2'), [page('titr-2022')]),
  target('target-containers-2022', containers, year(2022), thousand('50'), [page('titr-2022')]),
  target('target-cargo-2024', cargo, year(2024), million('4.2'), [
    page('menafn-2024-08-06', { speakerAs: 'The Ministry' }),
    page('menafn-2024-08-15'),
  ]),
  target('target-cargo-2025', cargo, year(2025), million('2.5'), association, {
    note: 'Below what was carried in 2024 by every count; the page may count narrower than the ministry.',
  }),
  target('target-containers-2025', containers, year(2025), thousand('96'), association),
  target('target-containers-2029', containers, until('2029-12-31', 'by 2029'), thousand('300'), ministry),
  target(
    'target-cargo-10m',
    cargo,
    undated(),
    million('10'),
    [page('astana-times-2025-10', { speaker: 'kassym-jomart-tokayev', saidOn: '2025-10-21' })],
    { note: 'Expected once bottlenecks are cleared and a single tariff applies.' },
  ),
  target(
    'target-cargo-2030',
    cargo,
    until('2030-12-31', 'by 2030'),
    million('11'),
    [page('eias-reality-check', { speaker: 'world-bank' })],
    { note: 'A forecast of the World Bank, a tripling; not a promise of a government.' },
  ),
  target('target-transit-2023', transit, year(2023), amount('18'), [page('commonspace-2023-06')]),
  target('target-transit-later', transit, undated('later'), amount('10–15'), [page('commonspace-2023-06')]),
]
