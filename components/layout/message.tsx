/** A page that says what is not there, or why, and where to go from here. */
export function Message({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <div className="message">
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  )
}
