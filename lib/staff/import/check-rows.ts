import { type KnownLogin, loginsOf } from "@/lib/platform/db/login-of";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { refusalOf } from "@/lib/staff/core/owner-login";
import { readAccount } from "./read-account";
import type { FileRow } from "./read-rows";
import type { ImportOutcome } from "./schema";

export interface CheckedRow extends FileRow {
  readonly reference: string;
  readonly name: string;
  readonly ownerEmail: string;
  readonly outcome: Extract<ImportOutcome, "ready" | "exists" | "invalid">;
  readonly message: string | null;
}

/** What importing each row would do, as things stand now. Asks the database a few times, however many rows there are. */
export async function checkRows(db: ScopedDb, rows: readonly FileRow[]): Promise<CheckedRow[]> {
  const read = rows.map((row) => ({ row, read: readAccount(row.cells) }));
  const known = await loadKnown(
    db,
    read.flatMap((one) => (one.read.ok ? [one.read] : [])),
  );
  const seen = new Map<string, number>();
  return read.map(({ row, read: one }) => {
    const { reference = "", name = "", ownerEmail = "" } = row.cells;
    const shown = { ...row, reference, name, ownerEmail };
    if (!one.ok) return { ...shown, outcome: "invalid", message: one.message };
    const first = seen.get(one.reference);
    if (first !== undefined) {
      return { ...shown, outcome: "invalid", message: t("Reference: Line {first} has the same one.", { first }) };
    }
    seen.set(one.reference, row.line);
    if (known.references.has(one.reference)) return { ...shown, outcome: "exists", message: null };
    const refusal = known.refusals.get(one.account.ownerEmail) ?? null;
    return { ...shown, outcome: refusal === null ? "ready" : "invalid", message: refusal };
  });
}

interface Known {
  readonly references: ReadonlySet<string>;
  /** Why someone can't own an account, by address. */
  readonly refusals: ReadonlyMap<string, string>;
}

type Readable = { readonly reference: string; readonly account: { readonly ownerEmail: string } };

async function loadKnown(db: ScopedDb, rows: readonly Readable[]): Promise<Known> {
  const accounts = await db.account.findMany({
    where: { reference: { in: rows.map(({ reference }) => reference) } },
    select: { reference: true },
  });
  const emails = [...new Set(rows.map(({ account }) => account.ownerEmail))];
  const logins = await loginsOf(db, emails);
  const staff = await db.staffMember.findMany({ select: { person: { select: { email: true } } } });
  const mailboxes = new Set(staff.map(({ person }) => mailboxOf(person.email)));
  const refusals = emails.flatMap((email): [string, string][] => {
    const refusal = mailboxes.has(mailboxOf(email)) ? t(ofStaff) : refusalBy(logins.get(email));
    return refusal === null ? [] : [[email, t("Owner email: {refusal}", { refusal })]];
  });
  return {
    references: new Set(accounts.flatMap(({ reference }) => reference ?? [])),
    refusals: new Map(refusals),
  };
}

const ofStaff = msg("This address belongs to our team, who can't own a customer's account.");

const refusalBy = (login: KnownLogin | undefined): string | null => (login ? refusalOf(login) : null);

/** The database decides on creation; this says it beforehand. */
const mailboxOf = (email: string): string => email.replace(/\+[^@]*@/, "@");
