import { msg, type Sentence } from "@/lib/platform/language/msg";

export interface RoleText {
  name: Sentence;
  /** One sentence for people. */
  title: Sentence;
}

/** The standard roles of the account roles document. Any combination of them can be held. */
export const customerRoles = {
  owner: {
    name: msg("Account owner"),
    title: msg("Full control of the account. The only one who can cancel services or transfer ownership."),
  },
  administrator: {
    name: msg("Account administrator"),
    title: msg("Everything the owner can do, including managing people, except ordering and cancelling services."),
  },
  billing: {
    name: msg("Billing"),
    title: msg(
      "View and pay invoices, manage payment methods and get billing notifications. Usually combined with another role.",
    ),
  },
  support: {
    name: msg("Support"),
    title: msg("View and open tickets and view credentials. No access to billing."),
  },
} as const satisfies Record<string, RoleText>;

/** Roles of the hosting company's staff, which apply to customer accounts. */
export const staffRoles = {
  agent: { name: msg("Support agent"), title: msg("Answer tickets and manage services, without access to amounts.") },
  accounting: { name: msg("Accounting"), title: msg("Manage invoices and answer billing tickets.") },
  manager: {
    name: msg("Manager"),
    title: msg("Everything both teams can do, plus transferring accounts and managing the team."),
  },
} as const satisfies Record<string, RoleText>;

/** What every signed-in person can do with their own profile, sessions and tokens. */
export const selfRole = {
  self: { name: msg("Yourself"), title: msg("Manage your own profile, sessions and API tokens.") },
} as const satisfies Record<string, RoleText>;

export const roles = { ...customerRoles, ...staffRoles, ...selfRole };

export type CustomerRole = keyof typeof customerRoles;
export type StaffRole = keyof typeof staffRoles;
export type Role = keyof typeof roles;

export const customerRoleKeys = Object.keys(customerRoles) as readonly CustomerRole[];
export const staffRoleKeys = Object.keys(staffRoles) as readonly StaffRole[];
export const roleKeys = Object.keys(roles) as readonly Role[];

export function isCustomerRole(value: unknown): value is CustomerRole {
  return typeof value === "string" && Object.hasOwn(customerRoles, value);
}

export function isStaffRole(value: unknown): value is StaffRole {
  return typeof value === "string" && Object.hasOwn(staffRoles, value);
}
