import { Glyph } from './glyph'

type Frame = {
  name: string
  label: string
  /** What may be typed, before it goes wrong. */
  hint?: React.ReactNode
  /** What is wrong with what was typed, in words. */
  fault?: React.ReactNode
  /** The word for "optional", shown beside the label where given. */
  optional?: string
  /** Where two forms of a page share a name. */
  id?: string
}

function toControl({ name, id = `f-${name}`, hint, fault }: Frame) {
  const told = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return { id, name, 'aria-describedby': told || undefined, 'aria-invalid': fault ? true : undefined } as const
}

function Around({ children, wide, ...frame }: Frame & { children: React.ReactNode; wide?: boolean }) {
  const { name, label, hint, fault, optional, id = `f-${name}` } = frame
  return (
    <div className={`field${fault ? ' field-faulty' : ''}${wide ? ' field-wide' : ''}`}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="field-optional"> {optional}</span> : null}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      <Fault id={id} fault={fault} />
    </div>
  )
}

function Fault({ id, fault }: { id: string; fault?: React.ReactNode }) {
  return fault ? (
    <p className="field-fault" id={`${id}-fault`}>
      <Glyph name="ended" />
      <span>{fault}</span>
    </p>
  ) : null
}

type Own<T extends 'input' | 'select' | 'textarea'> = Omit<React.ComponentProps<T>, 'name' | 'id'> & Frame

function split<T extends Frame>(props: T) {
  const { label, hint, fault, optional, ...rest } = props
  return { frame: { label, hint, fault, optional, name: props.name, id: props.id }, rest }
}

/** One line of text, number or date, with its label, hint and fault. */
export function TextField(props: Own<'input'>) {
  const { frame, rest } = split(props)
  return (
    <Around {...frame}>
      <input type="text" autoComplete="off" {...rest} {...toControl(frame)} className="control" />
    </Around>
  )
}

/** Longer text; grows with what is typed where the browser can. */
export function AreaField(props: Own<'textarea'>) {
  const { frame, rest } = split(props)
  return (
    <Around {...frame} wide>
      <textarea rows={4} {...rest} {...toControl(frame)} className="control" />
    </Around>
  )
}

/** One of a list. `options` are value and words; groups become `<optgroup>`. */
export function SelectField({
  options,
  ...props
}: Own<'select'> & { options: { value: string; label: string; group?: string }[] }) {
  const { frame, rest } = split(props)
  const groups = [...new Set(options.map((o) => o.group))]
  return (
    <Around {...frame}>
      <select {...rest} {...toControl(frame)} className="control">
        {groups.map((group) => {
          const own = options
            .filter((o) => o.group === group)
            .map((o) => (
              <option key={o.value} value={o.value}>
                {o.label}
              </option>
            ))
          return group ? (
            <optgroup key={group} label={group}>
              {own}
            </optgroup>
          ) : (
            own
          )
        })}
      </select>
    </Around>
  )
}

/** Yes or no. */
export function CheckField(props: Own<'input'>) {
  const { frame, rest } = split(props)
  const told = toControl(frame)
  return (
    <div className={`field field-check${frame.fault ? ' field-faulty' : ''}`}>
      <label>
        <input {...rest} type="checkbox" {...told} />
        <span>{frame.label}</span>
      </label>
      {frame.hint ? (
        <p className="field-hint" id={`${told.id}-hint`}>
          {frame.hint}
        </p>
      ) : null}
      <Fault id={told.id} fault={frame.fault} />
    </div>
  )
}

/** One of a few, all in sight. */
export function ChoiceField({
  options,
  value,
  ...frame
}: Frame & { options: { value: string; label: string; hint?: string }[]; value?: string }) {
  const told = toControl(frame)
  return (
    <fieldset className="field field-choice" aria-describedby={told['aria-describedby']}>
      <legend>{frame.label}</legend>
      {frame.hint ? (
        <p className="field-hint" id={`${told.id}-hint`}>
          {frame.hint}
        </p>
      ) : null}
      {options.map((o) => (
        <label key={o.value}>
          <input type="radio" name={frame.name} value={o.value} defaultChecked={o.value === value} />
          <span>
            {o.label}
            {o.hint ? <small className="muted"> {o.hint}</small> : null}
          </span>
        </label>
      ))}
      <Fault id={told.id} fault={frame.fault} />
    </fieldset>
  )
}
