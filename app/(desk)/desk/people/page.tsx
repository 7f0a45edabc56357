import { Fragment } from 'react'
import { InviteForm, PersonForms } from '@/components/desk/people-forms'
import { whenText } from '@/components/desk/when'
import { Section } from '@/components/layout/section'
import { Table } from '@/components/ui/table'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listUsers } from '@/lib/users/queries'
import { gate } from '../gate'
import { DeskHead } from '../head'

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('user.manage', '/desk/people')
  if ('instead' in opened) return opened.instead
  const people = await listUsers(opened.actor)
  const t = translator(defaultLocale, 'people')
  // The address people type; a browser's own may be that of a proxy.
  const address = (process.env.ENTENTE_URL ?? '').replace(/\/$/, '')
  return (
    <>
      <DeskHead title={t('title')} facts={[t('lead')]} did={(await searchParams).did} />
      <Section id="people" title={t('title')}>
        <Table label={t('lead')}>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('email')}</th>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('seen')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Fragment key={person.id}>
                <tr className="person">
                  <th scope="row">
                    {person.name}
                    {person.id === opened.actor.userId ? <span className="muted"> ({t('you')})</span> : null}
                  </th>
                  <td>{person.email}</td>
                  <td>{t(`roles.${person.role}`)}</td>
                  <td className="muted nowrap">
                    {person.lastSeen ? whenText(person.lastSeen) : person.signsIn ? t('never') : t('invited')}
                  </td>
                </tr>
                <tr>
                  <td colSpan={4}>
                    <PersonForms person={person} address={address} />
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section id="invite" title={t('invite')} note={t('inviteText')}>
        <InviteForm address={address} />
      </Section>
    </>
  )
}
