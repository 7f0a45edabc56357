import { SettingsForm } from '@/components/desk/settings-form'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getSettings } from '@/lib/settings/queries'
import { gate } from '../gate'
import { DeskHead } from '../head'

export default async function SettingsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('setting.write', '/desk/settings')
  if ('instead' in opened) return opened.instead
  const settings = await getSettings(opened.actor)
  const t = translator(defaultLocale, 'desk')
  return (
    <>
      <DeskHead title={t('settings')} facts={[t('settingsPage.lead')]} did={(await searchParams).did} />
      <SettingsForm fourEyes={settings.fourEyes} revision={settings.revision} />
    </>
  )
}
