import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { cookieOf } from "./cookie-of";

export interface Reader {
  readonly cookie: string;
  readonly urls: readonly string[];
}

export interface PageTimes {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const READERS = 4;
const PAUSE_MS = 200;
const WARM_UP_MS = 5_000;
const BASELINE_MS = 8_000;

/** People of one account who read its pages, warmed up before they are returned. */
export async function pageReaders(db: OwnerDatabase, url: string): Promise<Reader[]> {
  const { id } = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Globex" } } });
  const cookie = await cookieOf(db, "owner@globex.example");
  const urls = ["", "/invoices", "/people", "/services"].map((page) => `${url}/a/${id}${page}`);
  const readers = Array.from({ length: READERS }, () => ({ cookie, urls }));
  await readMeanwhile(readers, () => wait(WARM_UP_MS));
  return readers;
}

/** Page times without any other load. */
export const undisturbed = (readers: readonly Reader[]): Promise<PageTimes> =>
  readMeanwhile(readers, () => wait(BASELINE_MS));

/** Has each open page after page, with a pause, until `work` is done. */
export async function readMeanwhile(readers: readonly Reader[], work: () => Promise<unknown>): Promise<PageTimes> {
  const times: number[] = [];
  let done = false;
  const reading = readers.map(async ({ cookie, urls }, reader) => {
    for (let index = reader; !done; index++) {
      const begun = performance.now();
      const page = await fetch(urls[index % urls.length] ?? "", {
        headers: { cookie },
        signal: AbortSignal.timeout(60_000),
      });
      await page.arrayBuffer();
      if (page.status !== 200) throw new Error(`${page.url} returned ${page.status}.`);
      times.push(performance.now() - begun);
      await wait(PAUSE_MS);
    }
  });
  await work().finally(() => {
    done = true;
  });
  await Promise.all(reading);
  return timesOf(times);
}

function timesOf(times: number[]): PageTimes {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
