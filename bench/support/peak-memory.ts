import { readFile } from "node:fs/promises";

const EVERY_MS = 100;
const MEGABYTE = 1024 * 1024;

/** The most memory that a process has while `work` runs, in megabytes; null where the system doesn't tell. */
export async function peakMemory<T>(pid: number | undefined, work: () => Promise<T>) {
  let peak: number | null = null;
  const look = async () => {
    const now = await residentBytes(pid);
    if (now !== null) peak = Math.max(peak ?? 0, now / MEGABYTE);
  };
  await look();
  const timer = setInterval(() => void look(), EVERY_MS);
  const answer = await work().finally(() => clearInterval(timer));
  await look();
  return { answer, peak: peak as number | null };
}

async function residentBytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
