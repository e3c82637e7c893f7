/**
 * Shared with a thread, which sets it when rendering starts: until then the thread may still be starting, or busy. It then
 * counts the table rows that it has rendered.
 */
export type BegunFlag = Int32Array<SharedArrayBuffer>;

const BEGUN = 0;
const ROWS = 1;

export const newBegunFlag = (): BegunFlag => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

/** For the thread. */
export function noteBegun(flag: BegunFlag): void {
  Atomics.store(flag, BEGUN, 1);
  Atomics.notify(flag, BEGUN);
}

/** For the waiting caller, who eventually sets the flag if the thread doesn't, so that nobody waits forever. */
export async function hasBegun(flag: BegunFlag): Promise<void> {
  await Atomics.waitAsync(flag, BEGUN, 0).value;
}

/** The thread's current document. A thread renders one at a time. */
let current: BegunFlag | null = null;

/** For the thread: `noteRow` counts in this one from now on. */
export function countRowsIn(flag: BegunFlag): void {
  current = flag;
}

/** For the thread: a row of a table has been rendered. */
export function noteRow(): void {
  if (current !== null) Atomics.add(current, ROWS, 1);
}

export const rowsDrawn = (flag: BegunFlag): number => Atomics.load(flag, ROWS);
