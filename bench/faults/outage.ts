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

const BETWEEN_MS = 250;
const AFTERWARDS_MS = 12_000;

/** Sends each kind of request, in parallel lanes, before, during and after a fault of `lasting` milliseconds. */
export async function seeOutage(asks: readonly Ask[], fault: Fault): Promise<Seen[]> {
  let stopped = false;
  const lanes = asks.map(async (one) => {
    const answers: Answered[] = [];
    while (!stopped) {
      answers.push(await answered(one));
      await wait(BETWEEN_MS);
    }
    return { one, answers };
  });
  await wait(1_500);
  const begun = performance.now();
  fault.begin();
  await wait(fault.lasting);
  const over = performance.now();
  fault.end();
  await wait(AFTERWARDS_MS);
  stopped = true;
  return (await Promise.all(lanes)).map(({ one, answers }) => judged(one, answers, begun, over));
}

interface Fault {
  begin(): void;
  end(): void;
  readonly lasting: number;
}

interface Answered {
  readonly asked: number;
  readonly took: number;
  readonly status: string;
}

async function answered({ ask }: Ask): Promise<Answered> {
  const asked = performance.now();
  const status = await ask().then(String, (error: Error) => `no answer (${error.name})`);
  return { asked, took: performance.now() - asked, status };
}

function judged({ name, good }: Ask, answers: readonly Answered[], begun: number, over: number): Seen {
  const after = answers.filter(({ asked, took }) => asked + took >= begun);
  const bad = after.filter(({ status }) => status !== String(good));
  const counts: Record<string, number> = {};
  for (const { status } of bad) counts[status] = (counts[status] ?? 0) + 1;
  const end = ({ asked, took }: Answered) => asked + took;
  const [first] = bad;
  const last = bad.at(-1);
  const recovered = after.find((one) => last === undefined || one.asked > last.asked);
  return {
    name,
    bad: counts,
    firstError: first ? end(first) - begun : null,
    slowest: Math.max(...after.map(({ took }) => took)),
    recovery: recovered ? Math.max(0, end(recovered) - over) : Number.POSITIVE_INFINITY,
  };
}
