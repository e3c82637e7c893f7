import { setTimeout as wait } from "node:timers/promises";
import type { Ask } from "./asks";

/** What one client saw of an outage. Times in milliseconds. */
export interface Seen {
  readonly name: string;
  /** Statuses other than the normal one, with counts. */
  readonly bad: Readonly<Record<string, number>>;
  /** From the start of the fault to the first abnormal response. */
  readonly firstError: number | null;
  readonly slowest: number;
  /** From the end of the fault to the first good response followed only by good ones. */
  readonly recovery: number;
}

export interface Fault {
  begin(): void;
  end(): void;
  readonly lasting: number;
}

const BETWEEN_MS = 250;
const BEFORE_MS = 1_500;
/** After this long without errors no more are expected. */
const WELL_MS = 3_500;
const LONGEST_MS = 20_000;

/**
 * Sends each kind of request, in parallel lanes, before and during a fault and until all have been good for a while.
 */
export async function seeOutage(asks: readonly Ask[], fault: Fault): Promise<Seen[]> {
  let stopped = false;
  const lanes = asks.map((one) => ({ one, answers: [] as Answered[] }));
  const asking = lanes.map(async ({ one, answers }) => {
    while (!stopped) {
      answers.push(await answered(one));
      await wait(BETWEEN_MS);
    }
  });
  await wait(BEFORE_MS);
  const begun = performance.now();
  fault.begin();
  await wait(fault.lasting);
  const over = performance.now();
  fault.end();
  const isWell = ({ one, answers }: Lane) =>
    answers.some(({ asked }) => asked >= over) &&
    answers.every((each) => each.asked + each.took < performance.now() - WELL_MS || isGood(one, each));
  while (performance.now() < over + LONGEST_MS) {
    await wait(BETWEEN_MS);
    if (performance.now() > over + WELL_MS && lanes.every(isWell)) break;
  }
  stopped = true;
  await Promise.all(asking);
  return lanes.map((lane) => judged(lane, begun, over));
}

interface Answered {
  readonly asked: number;
  readonly took: number;
  readonly status: string;
}

interface Lane {
  readonly one: Ask;
  readonly answers: readonly Answered[];
}

const isGood = ({ good }: Ask, { status }: Answered): boolean => status === String(good);

async function answered({ ask }: Ask): Promise<Answered> {
  const asked = performance.now();
  const status = await ask().then(String, (error: Error) => `no response (${error.name})`);
  return { asked, took: performance.now() - asked, status };
}

const endOf = ({ asked, took }: Answered): number => asked + took;

function judged({ one, answers }: Lane, begun: number, over: number): Seen {
  const after = answers.filter((each) => endOf(each) >= begun);
  const bad = after.filter((each) => !isGood(one, each));
  const counts: Record<string, number> = {};
  for (const { status } of bad) counts[status] = (counts[status] ?? 0) + 1;
  const [first] = bad;
  const lastBad = bad.at(-1)?.asked ?? begun;
  const recovered = after.find((each) => each.asked > lastBad && isGood(one, each));
  return {
    name: one.name,
    bad: counts,
    firstError: first ? endOf(first) - begun : null,
    slowest: Math.max(...after.map(({ took }) => took)),
    recovery: recovered ? Math.max(0, endOf(recovered) - over) : Number.POSITIVE_INFINITY,
  };
}
