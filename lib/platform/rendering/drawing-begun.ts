/** Shared with a thread, which says by it when it begins to draw: until then it may still be starting, or busy. */
export type BegunFlag = Int32Array<SharedArrayBuffer>;

export const newBegunFlag = (): BegunFlag => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** For the thread. */
export function noteBegun(flag: BegunFlag): void {
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

/** For whoever waits. Nobody may wait for good: the flag is set by them in the end, if not by the thread. */
export async function hasBegun(flag: BegunFlag): Promise<void> {
  await Atomics.waitAsync(flag, 0, 0).value;
}
