import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds per tick of /proc, which is 100 a second on Linux whatever the kernel's own clock. */
const TICK_MS = 10;

interface Times {
  readonly name: string;
  readonly parent: number;
  readonly ms: number;
}

/** The CPU time that a process and all below it have used so far, in milliseconds. */
export function cpuTime(pid: number): number {
  const all = processes();
  const own = (one: number): number =>
    (all.get(one)?.ms ?? 0) +
    [...all].filter(([, { parent }]) => parent === one).reduce((sum, [child]) => sum + own(child), 0);
  return own(pid);
}

/** The process of PostgreSQL that all its others come from, by the port in its lock file. */
export function postmasterOf(pidOfBackend: number): number {
  const parent = processes().get(pidOfBackend)?.parent;
  if (parent === undefined) throw new Error("PostgreSQL does not run on this machine.");
  return parent;
}

/** The resident memory of one process, in MB. */
export function residentMemory(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

function processes(): Map<number, Times> {
  const found = new Map<number, Times>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      found.set(Number(entry), timesOf(readFileSync(`/proc/${entry}/stat`, "utf8")));
    } catch {
      // Ended meanwhile.
    }
  }
  return found;
}

/** A name may hold spaces and brackets: the fields begin after its last bracket. Ended children count for the parent. */
function timesOf(stat: string): Times {
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
  return { name: stat.slice(stat.indexOf("(") + 1, end), parent: Number(fields[1]), ms: ticks * TICK_MS };
}
