import { readFile } from "node:fs/promises";

const EVERY_MS = 100;
const MEGABYTE = 1024 * 1024;

/** The memory of a process while `work` runs, in megabytes: what it had at most in each third of the time. */
export interface Memory {
  readonly peak: number;
  readonly thirds: readonly [number, number, number];
}

/** Null where the system doesn't tell. */
export async function memoryDuring<T>(
  pid: number | undefined,
  work: () => Promise<T>,
): Promise<{ answer: T; memory: Memory | null }> {
  const seen: number[] = [];
  const look = async () => {
    const now = await residentBytes(pid);
    if (now !== null) seen.push(now / MEGABYTE);
  };
  await look();
  const timer = setInterval(() => void look(), EVERY_MS);
  const answer = await work().finally(() => clearInterval(timer));
  await look();
  if (seen.length === 0) return { answer, memory: null };
  const most = (from: number, to: number) =>
    Math.max(...seen.slice(Math.floor(from * seen.length), Math.max(1, Math.ceil(to * seen.length))));
  const thirds = [most(0, 1 / 3), most(1 / 3, 2 / 3), most(2 / 3, 1)] as const;
  return { answer, memory: { peak: Math.max(...seen), thirds } };
}

async function residentBytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
