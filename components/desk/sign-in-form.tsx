'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/signIn.json'
import { signInAction } from '@/lib/users/actions'
import { FormMessage, useForm } from './form'

export function SignInForm({ next }: { next: string }) {
  const { state, pending, form } = useForm(signInAction)
  return (
    <form {...form} className="form form-narrow">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        type="email"
        label={en.email}
        autoComplete="username"
        defaultValue={state.typed.email}
        fault={state.faults.email}
      />
      <TextField
        name="password"
        type="password"
        label={en.password}
        autoComplete="current-password"
        fault={state.faults.password}
      />
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {pending ? en.submitting : en.submit}
        </Button>
      </div>
    </form>
  )
}
