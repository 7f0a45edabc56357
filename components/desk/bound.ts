import type { FormState } from '@/lib/action/state'

/** Name, opening value and fault of a field: what was sent when there is an answer, else what the form opened with. */
export const bound =
  <T>(state: FormState<T>, opened: Record<string, string>) =>
  (name: string) => ({
    name,
    defaultValue: (state.turn > 0 ? state.typed[name] : undefined) ?? opened[name] ?? '',
    fault: state.faults[name],
  })
