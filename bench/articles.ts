export const options = { date: '2024-03-12', pair: ['POL', 'UKR'] as [string, string] }

/** An article of the usual length (about 2,300 characters, 15 figures), another one for each number. */
export function article(n: number): string {
  const value = (factor: number) => ((n % 900) + 100) * factor
  const paragraph = `Trade between the two countries rose by ${(n % 30) + 1} percent to $${value(0.01).toFixed(2)} billion in 2023, the statistics office said. Exports came to ${value(10)} million euros ($${value(11)} million), while imports fell 4.5 percent. Minister Marta Nowak said that the goal was to reach $20 billion by 2030. `
  const prose =
    'The sides discussed cooperation in farming, energy and transport, and agreed to go on with the talks in the spring. Much of the conversation was about the corridor and its bottlenecks at the border, where lorries wait for days. '
  return `${paragraph}${prose}\n\n${prose}${paragraph}\n\n${prose}${paragraph}${prose}${prose}`
}
