import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { BenchPortal } from "../support/bench-portal";
import { pageReaders, readMeanwhile, undisturbed } from "../support/page-readers";
import { type Targets, tellPages } from "../support/targets";
import { type FloodSeen, flood } from "./flood";

const PER_SECOND = 200;
const SECONDS = 10;
const PAGE_MS = 1_000;
const ANSWER_MS = 5_000;

/** What signed-in people notice of a flood of sign-ins, and how the flood is answered. */
export async function underFlood({ url, databaseUrl }: BenchPortal, targets: Targets): Promise<void> {
  const db = ownerDatabase(databaseUrl);
  const readers = await pageReaders(db, url);
  console.log("");
  const before = await undisturbed(readers);
  tellPages("No other load", before);
  targets.within("p99 of pages, no flood", PAGE_MS, before.p99);
  let seen: FloodSeen = { statuses: {}, slowest: {} };
  const pages = await readMeanwhile(readers, async () => {
    seen = await flood(url, PER_SECOND, SECONDS);
  });
  tellPages(`During ${PER_SECOND} sign-ins per second for ${SECONDS} s`, pages);
  targets.within("p99 of pages, under the flood", PAGE_MS, pages.p99);
  targets.statuses("responses to the flood", seen.statuses, ["401", "429"], ["429"]);
  targets.within("slowest 429 of the flood", ANSWER_MS, seen.slowest["429"] ?? 0);
  targets.within("slowest response to the flood", ANSWER_MS, Math.max(...Object.values(seen.slowest)));
  await db.$disconnect();
}
