type Look = 'primary' | 'plain' | 'quiet' | 'danger'

/** `primary` once a form; `plain` for the rest; `quiet` inside rows; `danger` for what cannot be undone. */
export function Button({
  look = 'plain',
  type = 'button',
  className = '',
  ...rest
}: { look?: Look } & React.ComponentProps<'button'>) {
  return <button type={type} className={`button button-${look} ${className}`.trim()} {...rest} />
}

/** A link that is an action's size. Plain `<a>`: a page of its own, no script needed. */
export function ButtonLink({ look = 'plain', className = '', ...rest }: { look?: Look } & React.ComponentProps<'a'>) {
  return <a className={`button button-${look} ${className}`.trim()} {...rest} />
}
