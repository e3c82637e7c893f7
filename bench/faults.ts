import { setTimeout as wait } from "node:timers/promises";
import { runCommand } from "@/scripts/process/run-command";
import { asksOf } from "./faults/asks";
import { openConnections, slowBody, slowHeaders, slowReader } from "./faults/drawn-out";
import { flood } from "./faults/flood";
import { type Seen, seeOutage } from "./faults/outage";
import { benchPortal } from "./faults/portal";

const SIGN_IN_MS = 5_000;
const RECOVERY_MS = 10_000;
const wrong: string[] = [];

/**
 * `npm run bench:faults`: the built portal while its database is dropped by the network, silent, cut off, refusing and
 * stopped by an administrator; then under a flood of sign-ins, with slow connections, and during shutdown. Exits
 * with 1 if a response was not 503, was too late, or the portal did not recover in time.
 */
await runCommand(async (shutdown) => {
  const { url, server, network, owner } = await benchPortal(shutdown);
  const { asks } = await asksOf(url);
  const back = () => network.restore();
  const faults = [
    { name: "forgotten in silence", begin: () => network.forget(), end: () => {}, lasting: 0 },
    { name: "silent for 15 s", begin: () => network.freeze(), end: back, lasting: 15_000 },
    {
      name: "silent for 15 s, then forgotten",
      begin: () => network.freeze(),
      end: () => {
        network.forget();
        network.restore();
      },
      lasting: 15_000,
    },
    { name: "cut once", begin: () => network.cut(), end: () => {}, lasting: 0 },
    { name: "refused for 8 s", begin: () => network.refuse(), end: back, lasting: 8_000 },
    {
      name: "ended by an administrator",
      begin: () =>
        void owner.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
        ),
      end: () => {},
      lasting: 0,
    },
  ];
  for (const fault of faults) print(fault.name, await seeOutage(asks, fault));
  await underFlood(url, asks.find(({ name }) => name === "page")?.ask ?? (async () => 0));
  await drawnOut(url);

  openConnections(url);
  await wait(500);
  const told = performance.now();
  await server.stop();
  const ended = performance.now() - told;
  console.log(`SIGTERM with open connections: ended after ${seconds(ended)}`);
  if (ended > 10_000) wrong.push("SIGTERM took longer than 10 s");
  await owner.end();
  await network.close();
  for (const line of wrong) console.log(`WRONG ${line}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
});

function print(name: string, seen: readonly Seen[]): void {
  console.log(`\nThe database is ${name}`);
  for (const { name: way, bad, firstError, slowest, recovery } of seen) {
    const statuses = Object.entries(bad).map(([status, count]) => `${count} × ${status}`);
    const first = firstError === null ? "no error" : `first error after ${seconds(firstError)}`;
    console.log(
      `  ${way.padEnd(8)} ${first}, answers ${statuses.join(", ") || "all good"}, slowest ${seconds(slowest)}, back after ${seconds(recovery)}`,
    );
    if (Object.keys(bad).some((status) => status !== "503"))
      wrong.push(`${name}: ${way} answered ${statuses.join(", ")}`);
    if (recovery > RECOVERY_MS) wrong.push(`${name}: ${way} was back after ${seconds(recovery)}`);
    if (/health|sign-in/.test(way) && slowest > SIGN_IN_MS) wrong.push(`${name}: ${way} took ${seconds(slowest)}`);
  }
}

async function underFlood(url: string, read: () => Promise<number>): Promise<void> {
  const { statuses, slowestAnswer, signedInP99, signedInSlowest } = await flood(url, read);
  const counted = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  console.log("\n200 sign-ins a second for 8 s, each of another address and network");
  console.log(`  answered ${counted.join(", ")}, the slowest after ${seconds(slowestAnswer)}`);
  console.log(
    `  a page of somebody signed in meanwhile: p99 ${seconds(signedInP99)}, slowest ${seconds(signedInSlowest)}`,
  );
  if (signedInP99 > 1_000) wrong.push(`under the flood a page took ${seconds(signedInP99)}`);
}

async function drawnOut(url: string): Promise<void> {
  const [headers, body, reader] = await Promise.all([slowHeaders(url), slowBody(url), slowReader(url)]);
  console.log(
    `\nClosed after: slow headers ${seconds(headers)}, slow body ${seconds(body)}, slow reader ${seconds(reader)}`,
  );
  if (Math.max(headers, body, reader) > 60_000) wrong.push("a connection lasted longer than 60 s");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
