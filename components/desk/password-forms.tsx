'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/signIn.json'
import { changePasswordAction, choosePasswordAction } from '@/lib/users/actions'
import { FormMessage, useForm } from './form'

/** For whoever holds a link. */
export function ChoosePasswordForm({ token, email, hint }: { token: string; email: string; hint: string }) {
  const { state, pending, form } = useForm(choosePasswordAction)
  return (
    <form {...form} className="form form-narrow">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <Username email={email} />
      <TextField
        name="password"
        type="password"
        label={en.choose.password}
        hint={hint}
        autoComplete="new-password"
        fault={state.faults.password}
      />
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.choose.submit}
        </Button>
      </div>
    </form>
  )
}

export function ChangePasswordForm({ oneTime, email, hint }: { oneTime: boolean; email: string; hint: string }) {
  const { state, pending, form } = useForm(changePasswordAction)
  return (
    <form {...form} className="form form-narrow">
      <FormMessage state={state} />
      <Username email={email} />
      <TextField
        name="oldPassword"
        type="password"
        label={oneTime ? en.change.oldOneTime : en.change.old}
        autoComplete="current-password"
        fault={state.faults.oldPassword}
      />
      <TextField
        name="password"
        type="password"
        label={en.change.password}
        hint={hint}
        autoComplete="new-password"
        fault={state.faults.password}
      />
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.change.submit}
        </Button>
      </div>
    </form>
  )
}

/** Password managers file the new password under the right name with it. */
function Username({ email }: { email: string }) {
  return (
    <input
      type="email"
      autoComplete="username"
      value={email}
      readOnly
      className="hidden-visually"
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
