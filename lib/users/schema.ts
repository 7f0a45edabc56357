import { z } from 'zod'
import { roles } from '@/lib/auth/permissions'
import { storable } from '@/lib/errors/issues'

export const Email = z.string().trim().toLowerCase().max(254, 'wrongFormat').pipe(z.email('notAnEmail'))

export const InvitationInput = z
  .object({
    name: z.string().trim().min(1, 'required').max(120),
    email: Email,
    role: z.enum(roles),
  })
  .superRefine(storable)
export type InvitationInput = z.input<typeof InvitationInput>

export const RoleChange = z.object({ role: z.enum(roles) })
