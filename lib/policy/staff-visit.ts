import { entryOf, type Permission, permissionKeys } from "./permissions";
import { type Viewer, viewerOf } from "./viewer";

/** What staff need the owner's approval for. */
export const staffApprovals = ["off", "login-details", "everything"] as const;
export type StaffApproval = (typeof staffApprovals)[number];

/** Why staff open an account's records. A ticket is a reason by itself; the others come with a note. */
export const visitReasons = ["ticket", "support", "set-up", "billing", "security", "legal", "maintenance"] as const;
export type VisitReason = (typeof visitReasons)[number];

/** The visit of a member of staff on an account: neither ended nor over. */
export interface Visit {
  readonly id: string;
  readonly approved: boolean;
  /** Whatever the account's setting: the owner ended the one before, or it is an emergency. */
  readonly needsApproval: boolean;
  readonly endsAt: Date;
}

/** What staff have on an account, as read with their access to it. */
export interface StaffStanding {
  readonly approval: StaffApproval;
  readonly visit: Visit | null;
}

/** What an operation touches, as far as it matters here. */
interface Touched {
  readonly permission: Permission;
  readonly loginDetails: boolean;
}

/**
 * What is missing for staff to execute an operation on one account. The support desk works on what customers write to it: the ticket
 * or the email is its reason, and nobody has to approve an answer that they asked for.
 */
export function missingForVisit(
  { approval, visit }: StaffStanding,
  { permission, loginDetails }: Touched,
): "reason" | "approval" | null {
  if (isDesk(permission)) return null;
  if (visit === null) return "reason";
  if (visit.approved) return null;
  const asked = visit.needsApproval || approval === "everything" || (approval === "login-details" && loginDetails);
  return asked ? "approval" : null;
}

/** Tickets, and the email that becomes tickets. */
export const isDesk = (permission: Permission): boolean =>
  entryOf(permission).area === "support" || permission === "staff.inbound-mail.handle";

/** What a member of staff may be told of an account while it is running: without a visit, of the desk's work alone. */
export function asVisitor({ subject }: Viewer, standing: StaffStanding): Viewer {
  const missing = missingForVisit(standing, { permission: "account.view", loginDetails: false });
  if (missing === null) return viewerOf(subject);
  const tokenPermissions = (subject.gates.tokenPermissions ?? permissionKeys).filter(isDesk);
  return viewerOf({ ...subject, gates: { ...subject.gates, tokenPermissions } });
}
