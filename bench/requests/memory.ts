import { setTimeout as wait } from "node:timers/promises";
import { cpuTime, residentMemory } from "./cpu-time";
import { load, type Target } from "./load";

const REQUESTS = 10_000;
const AT_ONCE = 4;
const PARTS = 10;

export interface Kept {
  readonly megabytes: number;
  /**
   * Processor time of a request in the second tenth over that in the last: the first warms up. Not requests per second,
   * which tell as much about what else the machine does in these minutes.
   */
  readonly pace: number;
}

/** Ten thousand requests for pages, navigations, the API and a few documents. */
export async function memoryAfter(pid: number, targets: readonly Target[], document: Target): Promise<Kept> {
  const costs: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    const each = REQUESTS / PARTS / targets.length;
    const [begun, used] = [performance.now(), cpuTime(pid)];
    for (const target of targets) await load(target, AT_ONCE, Number.POSITIVE_INFINITY, each);
    const cost = (cpuTime(pid) - used) / (REQUESTS / PARTS);
    const perSecond = REQUESTS / PARTS / ((performance.now() - begun) / 1_000);
    costs.push(cost);
    await load(document, 1, Number.POSITIVE_INFINITY, 2);
    const [memory, pace] = [`${residentMemory(pid).toFixed(0)} MB`, `${perSecond.toFixed(0)}/s`];
    console.log(`${(part + 1) * (REQUESTS / PARTS)} requests: ${memory}, ${cost.toFixed(2)} ms each, ${pace}`);
  }
  // What a collection would free at once is not held.
  await wait(2_000);
  return { megabytes: residentMemory(pid), pace: (costs[1] ?? 0) / (costs.at(-1) ?? 1) };
}
