import { setTimeout as wait } from "node:timers/promises";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { CommandError } from "@/scripts/process/command-error";
import { runCommand, type Shutdown } from "@/scripts/process/run-command";
import { openConnections, slowBody, slowHeaders, slowReader } from "./faults/drawn-out";
import { outages } from "./faults/outages";
import { underFlood } from "./faults/under-flood";
import { type BenchPortal, benchPortal } from "./support/bench-portal";
import { Targets } from "./support/targets";

const LONGEST_MS = 10 * 60_000;
const END_MS = 10_000;
const DRAWN_OUT_MS = 60_000;

type Part = (portal: BenchPortal, targets: Targets) => Promise<void>;

const parts: Readonly<Record<string, Part>> = { flood: underFlood, outages, "drawn-out": drawnOut, end };

/**
 * `npm run bench:faults [-- flood outages drawn-out end]`: the built portal under a flood of sign-ins; while its
 * database is dropped by the network, silent, cut off, refusing and stopped by an administrator; with slow connections;
 * and during shutdown. Exits with 1 if a target is missed.
 */
await runCommand((shutdown) => withDeadline(LONGEST_MS, bench(shutdown, process.argv.slice(2))));

async function bench(shutdown: Shutdown, wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => parts[name] === undefined);
  if (unknown !== undefined)
    throw new CommandError(`Unknown part "${unknown}". Choose from ${Object.keys(parts).join(", ")}.`);
  const portal = await benchPortal(shutdown);
  const targets = new Targets();
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await part(portal, targets);
  }
  await portal.owner.end();
  await portal.network.close();
  process.exitCode = targets.print();
}

async function drawnOut({ url }: BenchPortal, targets: Targets): Promise<void> {
  console.log("");
  const [headers, body, reader] = await Promise.all([slowHeaders(url), slowBody(url), slowReader(url)]);
  targets.within("slow headers, closed after", DRAWN_OUT_MS, headers);
  targets.within("slow body, closed after", DRAWN_OUT_MS, body);
  targets.within("slow reader, closed after", DRAWN_OUT_MS, reader);
}

async function end({ url, server }: BenchPortal, targets: Targets): Promise<void> {
  openConnections(url);
  await wait(500);
  const told = performance.now();
  await server.stop();
  console.log("");
  targets.within("SIGTERM with open connections, ended after", END_MS, performance.now() - told);
}
