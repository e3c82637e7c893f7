import { z } from "zod";
import { type Candidates, candidatesInput, ownershipCandidates } from "@/lib/accounts/core/ownership-candidates";
import { presentRoleRequest, roleRequestColumns } from "@/lib/accounts/role-requests/present-role-request";
import { openStatuses, type RoleRequestItem } from "@/lib/accounts/role-requests/schema";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { countedBy } from "@/lib/platform/kernel/page";
import { notFound } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { staffAccount } from "@/lib/staff/core/schema";

/** A customer account with its open work, for staff who are about to work on it. */
export const viewStaffAccount = defineQuery({
  name: "staff.view-account",
  permission: "staff.accounts.find",
  scope: "account",
  summary: "View a customer account",
  activity: "view a customer account",
  input: z.object(candidatesInput),
  output: staffAccount,
  http: { method: "GET", path: "/accounts/{accountId}/staff-view" },
  run: async (context, asked) => {
    const { db, account, viewer } = context;
    const found = await db.account.findFirst({ where: { id: account.id }, select: columns });
    if (found === null) throw notFound();
    const { createdAt, closedAt, transfers, owner, ...facts } = found;
    const [offer] = transfers;
    const mayTransfer = canSome(viewer, "staff.ownership.transfer");
    const candidates = mayTransfer ? await ownershipCandidates(context, asked) : noCandidates;
    return {
      ...facts,
      customerSince: iso(createdAt),
      closedAt: isoOrNull(closedAt),
      owner: {
        contactId: owner.id,
        name: owner.name,
        email: owner.email,
        joined: Boolean(owner.person?.emailVerifiedAt),
      },
      offer: offer ? { id: offer.id, to: offer.to.name, expiresAt: iso(offer.expiresAt) } : null,
      roleRequests: await openRequests(context),
      openTickets: await openTickets(context),
      overdueInvoices: await overdueInvoices(context),
      transferCandidates: candidates.people.map(({ contactId, name, email }) => ({ contactId, name, email })),
      hasMoreCandidates: candidates.hasMore,
    };
  },
});

const noCandidates: Candidates = { people: [], hasMore: false };

const columns = {
  id: true,
  number: true,
  name: true,
  legalName: true,
  status: true,
  createdAt: true,
  closedAt: true,
  owner: {
    select: {
      id: true,
      name: true,
      email: true,
      person: { select: { emailVerifiedAt: true } },
    },
  },
  transfers: {
    where: { status: "offered" },
    select: { id: true, expiresAt: true, to: { select: { name: true } } },
  },
} as const;

const MOST_REQUESTS = 5;

async function openRequests({
  db,
  account,
  viewer,
  realNow: now,
}: Context<"account">): Promise<RoleRequestItem[] | null> {
  if (!canSome(viewer, "staff.roles.give")) return null;
  const found = await db.roleRequest.findMany({
    where: { accountId: account.id, status: { in: [...openStatuses] }, expiresAt: { gt: now } },
    select: roleRequestColumns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_REQUESTS,
  });
  return found.map((row) => presentRoleRequest(row, now));
}

async function openTickets(context: Context): Promise<number | null> {
  if (!canSome(context.viewer, "support.tickets.view")) return null;
  return context.db.ticket.count({
    where: accessibleWhere(context, "support.tickets.view", { status: { not: "closed" as const } }),
    ...countedBy({ lastMessageAt: "desc" as const }),
  });
}

async function overdueInvoices(context: Context): Promise<number | null> {
  if (!canSome(context.viewer, "billing.invoices.view")) return null;
  const overdue = { statusKey: "open", dueAt: { lt: context.now } };
  return context.db.invoice.count({
    where: accessibleWhere(context, "billing.invoices.view", overdue),
    ...countedBy({ issuedAt: "asc" as const }),
  });
}
