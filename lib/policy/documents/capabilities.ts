import type { Permission } from "../permissions";

/** A row of the account roles document, word for word, with our permissions. */
export interface CapabilityRow {
  readonly capability: string;
  readonly owner: boolean;
  readonly administrator: boolean;
  readonly billing: boolean;
  readonly support: boolean;
  readonly source: string;
  /** `billing`: all permissions of that area. `rest`: whatever the owner has and no other row names. */
  readonly keys: readonly Permission[] | "billing" | "rest";
}

const notSupport = { owner: true, administrator: true, billing: true, support: false };
const notBilling = { owner: true, administrator: true, billing: false, support: true };
const ownersAlone = { owner: true, administrator: false, billing: false, support: false };
const both = { owner: true, administrator: true, billing: false, support: false };

/** Billing and support together have exactly what either has. */
export const capabilityRows: readonly CapabilityRow[] = [
  { capability: "see invoices", ...notSupport, source: "roles 2-5", keys: ["billing.invoices.view"] },
  {
    capability: "update credit card details",
    ...notSupport,
    source: "roles 2-5",
    keys: ["billing.payment-methods.update"],
  },
  { capability: "receive monthly invoices", ...notSupport, source: "roles 2-5", keys: ["notices.invoices.receive"] },
  {
    capability: "receive other billing notices",
    ...notSupport,
    source: "roles 2-5",
    keys: ["notices.billing.receive"],
  },
  { capability: "access any billing information in the portal", ...notSupport, source: "role 3", keys: "billing" },
  { capability: "see support tickets", ...notBilling, source: "roles 2-5", keys: ["support.tickets.view"] },
  { capability: "open support tickets", ...notBilling, source: "roles 2-5", keys: ["support.tickets.open"] },
  {
    capability: "receive login details for services",
    ...notBilling,
    source: "role 3",
    keys: ["services.credentials.view", "notices.services.receive"],
  },
  {
    capability: "authorize additional contacts (add; choose roles and granular permissions; remove)",
    ...both,
    source: "role 4, combination",
    keys: [
      "people.members.add",
      "people.non-members.add",
      "people.members.remove",
      "people.members.resend-invite",
      "people.roles.change",
      "people.terms.set",
    ],
  },
  { capability: "order new services", ...ownersAlone, source: "role 4", keys: ["services.order"] },
  {
    capability: "cancel existing services",
    ...ownersAlone,
    source: "roles 1, 4 (owner is the only contact able to cancel)",
    keys: ["services.cancel"],
  },
  { capability: "anything else on the account", ...both, source: "roles 1, 4", keys: "rest" },
];

/** What only the owner has, not an administrator: ordering, cancelling and ownership itself. */
export const notForAdministrators: readonly Permission[] = [
  "services.order",
  "services.cancel",
  "account.close",
  "account.ownership.transfer",
  "settings.staff-access.change",
];
