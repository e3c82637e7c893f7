/** A stored date may be in the past: with a later `min` the browser would refuse to submit the form. */
export function earliest(value: string | undefined, today: string): string {
  return value && value < today ? value : today;
}
