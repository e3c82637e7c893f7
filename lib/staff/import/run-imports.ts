import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asStaff, asWorker } from "@/lib/platform/db/transaction";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { withLanguage } from "@/lib/platform/language/with-language";
import { log } from "@/lib/platform/logging/log";
import { stored } from "@/lib/platform/operations/stored";
import { mailOwner } from "@/lib/staff/core/mail-owner";
import { type OpenedAccount, openAccount } from "@/lib/staff/core/open-account";
import { readAccount } from "./read-account";
import { stoppedBy } from "./schema";

export interface ImportOptions {
  /** Checked between rows: the next worker continues with the rest. */
  readonly stopping?: () => boolean;
}

/**
 * Works through the imports that were started, each row in a transaction of its own: a row that fails leaves the others
 * alone, and whatever ends the worker leaves a row done or not done. Safe to run in parallel. Returns how many accounts
 * were created.
 */
export async function runImports({ stopping = () => false }: ImportOptions = {}): Promise<number> {
  let created = 0;
  const running = await asWorker((db) =>
    db.accountImport.findMany({
      where: { status: "running" },
      select: { id: true, startedById: true, startedByName: true, invite: true },
      orderBy: { id: "asc" },
    }),
  );
  for (const one of running) created += await inTheirLanguage(one, () => runImport(one, stopping));
  return created;
}

interface Running {
  readonly id: string;
  readonly startedById: string;
  readonly startedByName: string;
  readonly invite: boolean;
}

/** What is wrong with a row is written down for whoever started the import. */
async function inTheirLanguage<T>({ startedById }: Running, work: () => Promise<T>): Promise<T> {
  const person = await asStaff({ personId: startedById, permission: "staff.accounts.create", now: new Date() }, (db) =>
    db.person.findUnique({ where: { id: startedById }, select: { locale: true } }),
  );
  return person ? withLanguage(person.locale, work) : work();
}

async function runImport(running: Running, stopping: () => boolean): Promise<number> {
  let created = 0;
  while (!stopping()) {
    const outcome = await nextRow(running);
    if (outcome === "created") created += 1;
    if (outcome === "over") return created + (await finish(running, { status: "done" }));
    if (outcome === "not-allowed") {
      const stoppedBecause = stoppedBy(running.startedByName);
      return created + (await finish(running, { status: "stopped", stoppedBecause }));
    }
  }
  return created;
}

type Outcome = "created" | "not-created" | "over" | "not-allowed";

async function nextRow(running: Running): Promise<Outcome> {
  const inTheirName = <T>(work: (db: ScopedDb) => Promise<T>) =>
    asStaff({ personId: running.startedById, permission: "staff.accounts.create", now: new Date() }, work);
  const row = await inTheirName(async (db) => ({
    next: await db.accountImportRow.findFirst({
      where: { importId: running.id, outcome: "ready" },
      select: { line: true, fields: true },
      orderBy: { line: "asc" },
    }),
  }));
  if (row === null) return "not-allowed";
  if (row.next === null) return "over";
  const { line, fields } = row.next;
  const ready = { importId: running.id, line, outcome: "ready" as const };
  try {
    const created = await inTheirName((db) => createRow(db, running, ready, fields as Record<string, string>));
    return created === null ? "not-allowed" : created;
  } catch (error) {
    const data = failureOf(error);
    await inTheirName((db) => db.accountImportRow.updateMany({ where: ready, data }));
    return "not-created";
  }
}

type Ready = { readonly importId: string; readonly line: number; readonly outcome: "ready" };

async function createRow(
  db: ScopedDb,
  running: Running,
  ready: Ready,
  cells: Readonly<Record<string, string>>,
): Promise<Outcome> {
  // Another worker that has the row makes this one wait, and then find nothing to do.
  const { count } = await db.accountImportRow.updateMany({ where: ready, data: { outcome: "created" } });
  if (count === 0) return "not-created";
  const read = readAccount(cells);
  if (!read.ok) throw new Problem("invalid", read.message);
  const account = await openAccount(db, read.account, read.reference);
  if (running.invite) await mailOwner(db, account, { now: new Date(), awaited: false });
  const { importId, line } = ready;
  await db.accountImportRow.updateMany({ where: { importId, line }, data: { accountId: account.id } });
  await logCreated(db, running, account);
  return "created";
}

const logCreated = (db: ScopedDb, running: Running, { id, number, name, owner }: OpenedAccount) =>
  db.auditEvent.createMany({
    data: {
      accountId: id,
      actorPersonId: running.startedById,
      actorName: running.startedByName,
      actorIsStaff: true,
      via: "system",
      operation: "import.start",
      permission: "staff.accounts.create",
      outcome: "done",
      ...stored(say("Imported the account {name} ({number}), owned by {owner}", { name, number, owner: owner.name })),
      targetType: "account",
      targetId: id,
      details: { importId: running.id, invited: running.invite },
    },
  });

/** A row fails with a sentence that says what to change; a fault of ours says that, and is reported. */
function failureOf(error: unknown): { outcome: "exists" | "failed"; message: string | null } {
  if (isUniqueViolation(error)) return { outcome: "exists", message: null };
  if (error instanceof Problem) return { outcome: "failed", message: error.detail };
  log().error({ err: error }, "A row of an import failed.");
  return { outcome: "failed", message: t("This row could not be imported because of an error in the portal.") };
}

async function finish({ id }: Running, data: { status: "done" | "stopped"; stoppedBecause?: string }): Promise<0> {
  await asWorker((db) =>
    db.accountImport.updateMany({ where: { id, status: "running" }, data: { ...data, finishedAt: new Date() } }),
  );
  return 0;
}
