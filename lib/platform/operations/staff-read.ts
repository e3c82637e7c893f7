import type { StaffReadLine } from "@/lib/platform/db/keep-reads";
import type { RequestScope } from "@/lib/platform/db/request-scope";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { id } from "@/lib/platform/kernel/ids";
import { cellOf } from "@/lib/policy/matrix";
import type { Permission } from "@/lib/policy/permissions";
import { isDesk, type StaffStanding } from "@/lib/policy/staff-visit";
import type { AnyOperation } from "./operation";
import { staffBehind } from "./require-visit";
import { whyUnlisted } from "./unlisted";

interface Executed {
  readonly operation: AnyOperation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: unknown;
}

/** Lists for the account's owner what a member of staff was shown or did. Nothing of it is shown before the line is kept. */
export function listRead(
  scope: Pick<RequestScope, "actor" | "now" | "keepRead">,
  accountId: string,
  standing: StaffStanding | null,
  { operation, input, output }: Executed,
): void {
  const staff = staffBehind(scope);
  if (staff === null || whyUnlisted(operation) !== null) return;
  const { look, name } = scope.actor;
  scope.keepRead({
    accountId,
    ...{ personId: staff.personId, staffName: staff.name, at: scope.now },
    ...{ operation: operation.name, activity: operation.activity, changes: operation.kind === "command" },
    ...recordIn(input),
    recordName: maySeeAll(operation.permission) ? nameIn(output) : null,
    asName: look === undefined ? null : name,
    visitId: isDesk(operation.permission) ? null : (standing?.visit?.id ?? null),
  });
}

/** The record that the input names: `{ invoiceId }`. */
function recordIn(input: Readonly<Record<string, unknown>>): Pick<StaffReadLine, "recordType" | "recordId"> {
  for (const [field, value] of Object.entries(input)) {
    const recordType = /^(\w+)Id$/.exec(field)?.[1];
    const recordId = id.safeParse(value).data;
    if (recordType !== undefined && recordId !== undefined) return { recordType, recordId };
  }
  return { recordType: null, recordId: null };
}

/**
 * Only of what those who read the list may see: neither the title of a proposal nor what staff call something among themselves. An
 * invoice that isn't issued has no number yet.
 */
const maySeeAll = (permission: Permission): boolean =>
  (["owner", "administrator"] as const).every((role) =>
    ["always", "ifIssued"].includes(cellOf(permission, role) ?? ""),
  );

const MOST = 300;

/** "#1042 Certificate expires", "INV-2026-00012", "Olga Berg". */
function nameIn(output: unknown): string | null {
  if (typeof output !== "object" || output === null) return null;
  const { number, name, title, subject, filename } = output as Record<string, unknown>;
  const parts = [typeof number === "number" ? `#${number}` : number, name ?? title ?? subject ?? filename];
  const said = parts.filter((part): part is string => typeof part === "string" && part !== "").join(" ");
  return said === "" ? null : cutText(said, MOST);
}
