import { setTimeout as wait } from "node:timers/promises";
import type { BenchPortal } from "../support/bench-portal";
import { duration, type Targets } from "../support/targets";
import { type Ask, checksOf } from "./asks";
import { type Fault, type Seen, seeOutage } from "./outage";

const SIGN_IN_MS = 5_000;
const RECOVERY_MS = 10_000;

/** How each kind of request fares under one database fault after another, and without a fault first. */
export async function outages({ url, network, owner }: BenchPortal, targets: Targets): Promise<void> {
  const asks = await checksOf(url);
  await warmUp(asks);
  const nothing = () => {};
  const back = () => network.restore();
  const faults: readonly (Fault & { name: string })[] = [
    { name: "healthy", begin: nothing, end: nothing, lasting: 0 },
    { name: "silently dropped", begin: () => network.forget(), end: nothing, lasting: 0 },
    { name: "silent for 12 s", begin: () => network.freeze(), end: back, lasting: 12_000 },
    {
      name: "silent for 12 s, then dropped",
      begin: () => network.freeze(),
      end: () => {
        network.forget();
        network.restore();
      },
      lasting: 12_000,
    },
    { name: "reset once", begin: () => network.cut(), end: nothing, lasting: 0 },
    { name: "refusing for 8 s", begin: () => network.refuse(), end: back, lasting: 8_000 },
    {
      name: "terminated by an administrator",
      begin: () =>
        void owner.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
        ),
      end: nothing,
      lasting: 0,
    },
  ];
  for (const fault of faults) judge(fault.name, await seeOutage(asks, fault), targets);
}

/** The first request of each kind is slower, which has nothing to do with the fault. */
async function warmUp(asks: readonly Ask[]): Promise<void> {
  for (let round = 0; round < 8; round++) {
    await Promise.all(asks.map(({ ask }) => ask()));
    await wait(50);
  }
}

function judge(name: string, seen: readonly Seen[], targets: Targets): void {
  console.log(`\nThe database is ${name}`);
  const bad: Record<string, number> = {};
  for (const each of seen) {
    const statuses = Object.entries(each.bad).map(([status, count]) => `${count} × ${status}`);
    const first = each.firstError === null ? "no error" : `first error after ${duration(each.firstError)}`;
    const answers = statuses.join(", ") || "all good";
    const [slowest, recovery] = [duration(each.slowest), duration(each.recovery)];
    console.log(`  ${each.name.padEnd(8)} ${first}, ${answers}, slowest ${slowest}, recovered after ${recovery}`);
    for (const [status, count] of Object.entries(each.bad)) bad[status] = (bad[status] ?? 0) + count;
  }
  const slowest = seen.filter(({ name }) => /health|sign-in/.test(name)).map((each) => each.slowest);
  targets.statuses(`${name}: failed responses`, bad, ["503"], []);
  targets.within(`${name}: slowest health or sign-in`, SIGN_IN_MS, Math.max(...slowest));
  targets.within(`${name}: recovered after`, RECOVERY_MS, Math.max(...seen.map(({ recovery }) => recovery)));
}
