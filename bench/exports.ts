import { setTimeout as wait } from "node:timers/promises";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { CommandError } from "@/scripts/process/command-error";
import { runCommand, type Shutdown } from "@/scripts/process/run-command";
import { askAll, type Download } from "./exports/ask-all";
import { background } from "./exports/background";
import { documents } from "./exports/documents";
import { largeAccount } from "./exports/large-account";
import { largeCsv } from "./exports/large-csv";
import { moveBalance } from "./exports/long-statement";
import { type BenchPortal, benchPortal } from "./support/bench-portal";
import { cookieOf } from "./support/cookie-of";
import { pageReaders, type Reader, readMeanwhile, undisturbed } from "./support/page-readers";
import { duration, Targets, tellPages } from "./support/targets";

const PAGE_MS = 500;
const LONGEST_MS = 30 * 60_000;
/** Long enough for a hundred pages. */
const AT_LEAST_MS = 8_000;

const parts = ["documents", "pages", "csv", "background"] as const;

/**
 * `npm run bench:exports [-- documents pages csv background]`: how the time to render a PDF grows with its length; ten
 * statements of one customer, then a hundred mixed exports of several, each set in parallel, while others open pages; the
 * statement of 100,000 invoices as CSV, and as PDF in the background. Exits with 1 if a target is missed: the slowest of a
 * hundred pages takes more than half a second, an export gets anything but the file or a 429, memory grows.
 */
await runCommand((shutdown) => withDeadline(LONGEST_MS, bench(shutdown, process.argv.slice(2))));

async function bench(shutdown: Shutdown, wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new CommandError(`Unknown part "${unknown}". Choose from ${parts.join(", ")}.`);
  const asked = (part: (typeof parts)[number]) => wanted.length === 0 || wanted.includes(part);
  const targets = new Targets();
  if (asked("documents")) await documents(targets);
  if (asked("pages") || asked("csv") || asked("background")) {
    const portal = await benchPortal(shutdown);
    const db = ownerDatabase(portal.databaseUrl);
    if (asked("pages")) await pages(portal, db, targets);
    if (asked("csv") || asked("background")) {
      const large = { ...portal, db, account: await largeAccount(db) };
      if (asked("csv")) await largeCsv(large, targets);
      if (asked("background")) await background(large, targets, shutdown);
    }
    await db.$disconnect();
    await portal.owner.end();
    await portal.network.close();
  }
  process.exitCode = targets.print();
}

async function pages({ url }: BenchPortal, db: OwnerDatabase, targets: Targets): Promise<void> {
  const { statement, mixed } = await downloadsOf(db);
  const readers = await pageReaders(db, url);
  const before = await undisturbed(readers);
  tellPages("No other load", before);
  targets.within("p99 of pages, no other load", PAGE_MS, before.p99);
  await measure({ url, readers, targets }, "ten statements of one customer", Array(10).fill(statement));
  await measure({ url, readers, targets }, "a hundred mixed exports", Array(10).fill(mixed).flat());
}

interface Measuring {
  readonly url: string;
  readonly readers: readonly Reader[];
  readonly targets: Targets;
}

async function measure({ url, readers, targets }: Measuring, what: string, asked: readonly Download[]): Promise<void> {
  const answers = { statuses: {} as Record<string, number>, took: 0 };
  const pages = await readMeanwhile(readers, async () => {
    Object.assign(answers, await askAll(url, asked));
    await wait(Math.max(0, AT_LEAST_MS - answers.took));
  });
  tellPages(`During ${what}, all answered after ${duration(answers.took)}`, pages);
  targets.within(`p99 of pages, ${what}`, PAGE_MS, pages.p99);
  targets.statuses(`responses to ${what}`, answers.statuses, ["200", "429"], ["200"]);
}

async function downloadsOf(db: OwnerDatabase): Promise<{ statement: Download; mixed: readonly Download[] }> {
  const northwind = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Northwind" } } });
  const globex = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Globex" } } });
  await moveBalance(db, northwind.id);
  const billing = await cookieOf(db, "billing@northwind.example");
  const owner = await cookieOf(db, "owner@northwind.example");
  const other = await cookieOf(db, "owner@globex.example");
  const staff = await cookieOf(db, "staff-accounting@portcullis.example");
  const statement = { path: `/accounts/${northwind.id}/statement/pdf?from=2015-01-01`, cookie: billing };
  const mixed = [
    statement,
    { path: `/accounts/${northwind.id}/statement/csv?from=2015-01-01`, cookie: billing },
    { path: `/accounts/${northwind.id}/report/pdf`, cookie: owner },
    { path: `/accounts/${northwind.id}/activity/export`, cookie: owner },
    { path: `/accounts/${globex.id}/statement/pdf`, cookie: other },
    { path: `/accounts/${globex.id}/report/csv`, cookie: other },
    { path: "/staff/accounting/exports/journal", cookie: staff },
    { path: "/staff/accounting/exports/invoices", cookie: staff },
    { path: `/accounts/${northwind.id}/exports/people`, cookie: owner },
    { path: `/accounts/${northwind.id}/report/csv`, cookie: owner },
  ];
  return { statement, mixed };
}
