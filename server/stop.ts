/** A reason not to run that a person can act on: printed as it is, without a stack, and the program ends with code 1. */
export class Stop extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Stop'
  }
}
