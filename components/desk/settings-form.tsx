'use client'

import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/field'
import en from '@/lib/i18n/en/desk.json'
import { setFourEyesAction } from '@/lib/settings/actions'
import { FormMessage, useForm } from './form'

export function SettingsForm({ fourEyes, revision }: { fourEyes: boolean; revision: number }) {
  const { state, pending, form } = useForm(setFourEyesAction)
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <input type="hidden" name="revision" value={revision} />
      <CheckField
        name="fourEyes"
        label={en.settingsPage.fourEyes}
        hint={en.settingsPage.fourEyesText}
        defaultChecked={fourEyes}
      />
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.settingsPage.save}
        </Button>
      </div>
    </form>
  )
}
