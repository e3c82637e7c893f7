/** The number of the key a value was encrypted with; 0 for values from before the key ring. */
export const keyOf = (sealed: string): number => Number(/^(\d+)\./.exec(sealed)?.[1] ?? 0);
