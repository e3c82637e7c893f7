import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";
import { post } from "@/lib/billing/core/ledger/post";
import { sealSession, sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildPortal, isBuilt } from "@/scripts/portal/build-portal";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { startPortal } from "@/scripts/portal/start-portal";
import { waitForHealth } from "@/scripts/portal/wait-for-health";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand } from "@/scripts/process/run-command";
import { askAll, type Figures, meanwhile } from "./exports/measure";

const MOVEMENTS = 1_000;
const AIM_MS = 500;

/**
 * `npm run bench:exports`: ten statements of one customer, then a hundred mixed exports of several, each set in parallel while
 * others open pages. Fails if the slowest of a hundred pages takes more than half a second.
 */
await runCommand(async (endings) => {
  const cluster = await startTemporaryCluster(endings);
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://localhost:${port}`;
  const settings = { PORTAL_MODE: "test", PORTAL_URL: url, PORT: String(port), DATABASE_URL: cluster.url("postgres") };
  Object.assign(process.env, settings);
  await prepareDatabase(endings, settings);
  if (!isBuilt()) await buildPortal(endings, "collect");
  const portal = startPortal(endings, { port, env: settings });
  await waitForHealth(url, portal.server);

  const db = ownerDatabase(settings.DATABASE_URL);
  const northwind = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Northwind" } } });
  const globex = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Globex" } } });
  await moveBalance(db, northwind.id);
  const billing = await cookieOf(db, "billing@northwind.example");
  const owner = await cookieOf(db, "owner@northwind.example");
  const other = await cookieOf(db, "owner@globex.example");
  const staff = await cookieOf(db, "staff-accounting@portcullis.example");
  await db.$disconnect();

  const pages = ["", "/invoices", "/people", "/services"].map((page) => `/a/${globex.id}${page}`);
  const people = Array.from({ length: 4 }, () => ({ cookie: other, paths: pages }));
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
  await meanwhile(url, people, () => wait(3_000));
  tell("nothing", await meanwhile(url, people, () => wait(10_000)));
  const slowest = [
    await measure(url, people, "ten statements of one customer", Array(10).fill(statement)),
    await measure(url, people, "a hundred mixed exports", Array(10).fill(mixed).flat()),
  ];
  process.exitCode = Math.max(...slowest) < AIM_MS ? 0 : 1;
});

async function measure(
  url: string,
  people: Parameters<typeof meanwhile>[1],
  what: string,
  asked: Parameters<typeof askAll>[1],
): Promise<number> {
  const begun = performance.now();
  let statuses = new Map<number, number>();
  const figures = await meanwhile(url, people, async () => {
    statuses = await askAll(url, asked);
    // Long enough for a hundred pages.
    await wait(Math.max(0, 5_000 - (performance.now() - begun)));
  });
  const answers = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
  tell(what, figures, answers.join(", "));
  return figures.p99;
}

function tell(what: string, { count, p50, p99, max }: Figures, answers = ""): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(`${what}: ${answers}`);
  console.log(`  ${count} pages of others: p50 ${ms(p50)}, p99 ${ms(p99)}, at most ${ms(max)}`);
}

/** A long statement: credit added and removed. */
async function moveBalance(db: OwnerDatabase, accountId: string): Promise<void> {
  const work = { db, account: { id: accountId, name: "" }, now: new Date() };
  for (let index = 0; index < MOVEMENTS; index++) {
    const amountMinor = index % 2 === 0 ? 100n : -100n;
    await post(work, {
      kind: "creditGranted",
      source: `bench:${index}`,
      memo: `Movement ${index}`,
      lines: [
        { ledgerAccount: "revenue", currency: "EUR", amountMinor },
        { ledgerAccount: "customerCredit", currency: "EUR", amountMinor: -amountMinor },
      ],
    });
  }
}

async function cookieOf(db: OwnerDatabase, email: string): Promise<string> {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } });
  const token = newSecretToken();
  await db.session.create({
    data: {
      personId,
      tokenHash: hashToken(token),
      userAgent: "bench",
      ip: "192.0.2.1",
      expiresAt: addDays(new Date(), 1),
    },
  });
  return `${sessionCookieName()}=${await sealSession(token)}`;
}
