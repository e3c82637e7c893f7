/** A word as a filter for the ticket of that number, "#123" or "123"; nothing where it is none. */
export function ticketNumber(word: string): { number: number }[] {
  const number = /^#?(\d{1,9})$/.exec(word)?.[1];
  return number === undefined ? [] : [{ number: Number(number) }];
}
