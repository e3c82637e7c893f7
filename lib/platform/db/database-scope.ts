import type { DatabaseScope } from "./connection";
import type { Grant } from "./grant";
import type { PortalRole } from "./portal-roles";

export const scopeOfGrant = ({ scope, accountId, personId }: Grant): DatabaseScope => ({
  role: scope === "staff" ? "portcullis_staff" : "portcullis_app",
  accountId,
  personId,
});

/** A role that is bound to no account and no person. */
export const scopeOf = (role: PortalRole): DatabaseScope => ({ role, accountId: null, personId: null });
