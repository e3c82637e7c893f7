export interface RoleText {
  name: string;
  /** One sentence for people. */
  title: string;
}

/** The standard roles of the account roles document; any set of them may be held together. */
export const customerRoles = {
  owner: {
    name: "Account owner",
    title: "Answers for the account, may do everything on it, and is the only one who can cancel services.",
  },
  administrator: {
    name: "Account administrator",
    title: "May do what the owner may, people included, except ordering and cancelling services.",
  },
  billing: {
    name: "Billing",
    title:
      "Sees and pays invoices, keeps cards up to date and receives billing notices; meant to accompany another role.",
  },
  support: {
    name: "Support",
    title: "Sees and opens tickets and receives login details, without any billing information.",
  },
} as const satisfies Record<string, RoleText>;

/** Roles of the hosting company's own people, over customers' accounts. */
export const staffRoles = {
  agent: { name: "Support agent", title: "Answers tickets and looks after services, without seeing amounts." },
  accounting: { name: "Accounting", title: "Looks after invoices and answers tickets addressed to billing." },
  manager: { name: "Manager", title: "May do what both teams may, transfer accounts and manage the team." },
} as const satisfies Record<string, RoleText>;

/** What every signed-in person has over their own profile, sessions and tokens. */
export const selfRole = {
  self: { name: "Yourself", title: "Manages one's own profile, sessions and tokens." },
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
