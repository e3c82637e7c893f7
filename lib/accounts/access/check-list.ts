import { createHash } from "node:crypto";
import { z } from "zod";
import { type AccessInput, givenRoles, newAccessInput } from "@/lib/accounts/core/access-schema";
import { knownAddress, knownAddresses } from "@/lib/accounts/core/create-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { validateAccessChange } from "@/lib/accounts/core/validate-access-change";
import { staffAmong } from "@/lib/platform/db/is-staff";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { personName } from "@/lib/platform/kernel/person-name";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { readInput } from "@/lib/platform/operations/read-input";
import { staffAddress } from "@/lib/platform/operations/refuse-staff";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { roles } from "@/lib/policy/roles";
import { type ListRow, readList } from "./read-list";

/** Someone who can be added as the row says. */
export interface Addable {
  readonly name: string;
  readonly email: string;
  readonly next: AccessPlan;
}

export interface CheckedRow extends ListRow {
  /** Why they can't be added; null if they can. */
  readonly problem: string | null;
  readonly addable: Addable | null;
}

/** What each row of a list would do, by the rules of inviting one person. It writes nothing. */
export async function checkList(context: Context<"account">, text: string): Promise<CheckedRow[]> {
  const rows = readList(text);
  const emails = rows.flatMap(({ email }) => emailAddress.safeParse(email).data ?? []);
  const taken = { known: await knownAddresses(context, emails), staff: await staffAmong(context.db, emails) };
  const seen = new Map<string, number>();
  const checked: CheckedRow[] = [];
  for (const row of rows) {
    const key = row.email.toLowerCase();
    const before = seen.get(key);
    seen.set(key, before ?? row.line);
    const twice = before === undefined ? null : t("This address is already in line {line}.", { line: before });
    checked.push(twice === null ? await checkRow(context, row, taken) : { ...row, problem: twice, addable: null });
  }
  return checked;
}

/** Tells whether a list would still do what it did when it was checked. */
export function digestOf(rows: readonly CheckedRow[]): string {
  const facts = rows.map(({ line, addable }) => [line, addable]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 32);
}

/** The addresses of a list that can't be invited. */
interface Taken {
  readonly known: Awaited<ReturnType<typeof knownAddresses>>;
  readonly staff: ReadonlySet<string>;
}

async function checkRow(context: Context<"account">, row: ListRow, taken: Taken): Promise<CheckedRow> {
  try {
    return { ...row, problem: null, addable: await addableOf(context, row, taken) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...row, problem: sentenceOf(error), addable: null };
  }
}

async function addableOf(context: Context<"account">, row: ListRow, { known, staff }: Taken): Promise<Addable> {
  if (/^[=+\-@\t]/.test(row.name))
    throw invalidField("name", t("A name can't begin with {sign}.", { sign: row.name[0] ?? "" }));
  const { name, email, ...asked } = readInput(rowInput, {
    name: row.name,
    email: row.email,
    roles: rolesIn(row.roles),
    endsAt: row.endsAt === "" ? null : row.endsAt,
  });
  if (asked.roles.length === 0) throw invalidField("roles", t("Name at least one role."));
  const { next, verdict } = await validateAccessChange(
    context,
    { kind: "member", subject: null },
    asked as AccessInput,
  );
  if (!verdict.ok) throw refusedChange(verdict);
  const already = known.get(email);
  if (already) throw knownAddress(context, already);
  if (staff.has(email)) throw await staffAddress();
  return { name, email, next };
}

const rowInput = z.object({
  ...newAccessInput,
  name: personName,
  email: emailAddress,
  endsAt: z.iso.date(issue("Write the end date as YYYY-MM-DD.")).nullable(),
});

/** "Billing, Support", in English or in the reader's language. */
function rolesIn(text: string): (typeof givenRoles)[number][] {
  const words = text.split(/[,;/+&|]|\s+(?:and|und)\s+/i).map((word) => word.trim().toLowerCase());
  return words.filter(Boolean).map((word) => {
    const role = givenRoles.find((one) => one === word || t(roles[one].name).toLowerCase() === word);
    if (role === undefined) {
      throw invalidField("roles", t("“{word}” isn't a role. Use administrator, billing or support.", { word }));
    }
    return role;
  });
}

const sentenceOf = ({ detail, extra }: Problem): string => {
  const messages = Object.values(extra.fields ?? {}).flat();
  return messages.length > 0 ? messages.join(" ") : detail;
};
