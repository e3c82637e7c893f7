import { setTimeout as wait } from "node:timers/promises";
import { residentMemory } from "./cpu-time";
import { load, type Target } from "./load";

const REQUESTS = 10_000;
const AT_ONCE = 4;
const PARTS = 10;

export interface Kept {
  readonly megabytes: number;
  /** Requests per second of the last tenth over those of the second: the first warms up. */
  readonly pace: number;
}

/** Ten thousand requests for pages, navigations, the API and a few documents. */
export async function memoryAfter(pid: number, targets: readonly Target[], document: Target): Promise<Kept> {
  const paces: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    const each = REQUESTS / PARTS / targets.length;
    const begun = performance.now();
    for (const target of targets) await load(target, AT_ONCE, Number.POSITIVE_INFINITY, each);
    paces.push(REQUESTS / PARTS / (performance.now() - begun));
    await load(document, 1, Number.POSITIVE_INFINITY, 2);
    console.log(`${(part + 1) * (REQUESTS / PARTS)} requests: ${residentMemory(pid).toFixed(0)} MB`);
  }
  // What a collection would free at once is not held.
  await wait(2_000);
  return { megabytes: residentMemory(pid), pace: (paces.at(-1) ?? 0) / (paces[1] ?? 1) };
}
