/** Shared with a thread, which sets it when rendering starts: until then the thread may still be starting, or busy. */
export type BegunFlag = Int32Array<SharedArrayBuffer>;

export const newBegunFlag = (): BegunFlag => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** For the thread. */
export function noteBegun(flag: BegunFlag): void {
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

/** For the waiting caller, who eventually sets the flag if the thread doesn't, so that nobody waits forever. */
export async function hasBegun(flag: BegunFlag): Promise<void> {
  await Atomics.waitAsync(flag, 0, 0).value;
}
