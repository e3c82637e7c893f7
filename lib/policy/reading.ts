import type { Permission } from "./permissions";

/**
 * The permissions that only read. Whoever looks as somebody else, and staff who are let in by an owner, get nothing but these. It is
 * a list of what is open: a new permission is closed to both until it is added here.
 */
const reading = [
  "dashboard.view",
  "account.view",
  "settings.profile.view",
  "settings.notices.view",
  "people.members.view",
  "people.members.view-details",
  "people.non-members.view",
  "people.non-members.view-details",
  "billing.overview.view",
  "billing.invoices.view",
  "billing.statements.view",
  "billing.prices.view",
  "billing.credit.view",
  "services.view",
  "support.tickets.view",
  "discussions.groups.view-private",
  "discussions.groups.view-public",
  "meetings.view",
  "actions.view",
  "decisions.search",
  "decisions.proposals.view",
  "documents.view",
  "links.search",
  "activity.view",
  "reports.view",
] as const satisfies readonly Permission[];

const isIn = new Set<Permission>(reading);

export const isReading = (permission: Permission): boolean => isIn.has(permission);

/**
 * What a look shows: no login details and no payment methods, which are secrets, nothing of anybody's own profile, and no
 * proposals, because the page of a proposal shows how its reader has voted.
 */
export const isShownInLook = (permission: Permission): boolean =>
  isReading(permission) && permission !== "decisions.proposals.view";
