/** A day that is over may stand as it is: a form that the browser holds back could never be sent. */
export function earliest(value: string | undefined, today: string): string {
  return value && value < today ? value : today;
}
