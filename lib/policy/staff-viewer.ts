import type { StaffRole } from "./roles";
import { type Viewer, viewerOf } from "./viewer";

interface Colleague {
  readonly personId: string;
  readonly staffRoles: readonly StaffRole[];
  readonly suspended: boolean;
}

/** A staff member as a viewer of an account, or of none, for decisions about someone other than the caller. */
export function staffViewer(
  { personId, staffRoles, suspended }: Colleague,
  account: { readonly id: string; readonly closed: boolean } | null,
  now: Date,
): Viewer {
  return viewerOf({
    personId,
    contactId: null,
    accountId: account?.id ?? null,
    roles: [],
    overrides: [],
    serviceLimit: null,
    departmentsOff: [],
    staffRoles,
    gates: {
      personSuspended: suspended,
      contactIsStaff: false,
      contactSuspended: false,
      contactEndsAt: null,
      twoFactorDue: null,
      accountClosed: account?.closed ?? false,
      areasOff: [],
      tokenPermissions: null,
    },
    now,
  });
}
