import { heldContacts } from "@/lib/platform/operations/held-contacts";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { detailPermission, type PersonRow } from "./person-record";

/** The listed people who need approval before they can join or get notifications. */
export async function heldOf(context: Context, rows: readonly PersonRow[]): Promise<ReadonlySet<string>> {
  const { db, account, viewer, realNow: now } = context;
  const waiting = rows.filter(
    ({ kind, status, emailVerifiedAt }) =>
      can(viewer, detailPermission[kind]) &&
      (status === "invited" || (kind === "nonMember" && emailVerifiedAt === null)),
  );
  if (account === null || waiting.length === 0) return new Set();
  const place = { accountId: account.id, people: await context.people(), now };
  return heldContacts(db, place, waiting);
}
