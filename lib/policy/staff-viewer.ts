import type { StaffRole } from "./roles";
import { type Viewer, viewerOf } from "./viewer";

interface Colleague {
  readonly personId: string;
  readonly staffRoles: readonly StaffRole[];
  readonly suspended: boolean;
}

/** One of staff as decisions about an account see them, where it is not they who ask. */
export function staffViewer(
  { personId, staffRoles, suspended }: Colleague,
  account: { readonly id: string; readonly closed: boolean },
  now: Date,
): Viewer {
  return viewerOf({
    personId,
    contactId: null,
    accountId: account.id,
    roles: [],
    overrides: [],
    serviceLimit: null,
    staffRoles,
    gates: {
      personSuspended: suspended,
      contactIsStaff: false,
      contactSuspended: false,
      contactEndsAt: null,
      accountClosed: account.closed,
      areasOff: [],
      tokenPermissions: null,
    },
    sets: {},
    now,
  });
}
