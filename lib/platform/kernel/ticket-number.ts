/** A filter for the ticket number in a search word, "#123" or "123"; empty if it isn't one. */
export function ticketNumber(word: string): { number: number }[] {
  const number = /^#?(\d{1,9})$/.exec(word)?.[1];
  return number === undefined ? [] : [{ number: Number(number) }];
}
