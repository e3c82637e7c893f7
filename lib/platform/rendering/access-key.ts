import { createHash } from "node:crypto";
import { lacksTwoFactor } from "@/lib/policy/subject";
import type { Viewer } from "@/lib/policy/viewer";

/**
 * A digest of everything that a viewer's access follows from. A prepared file is only handed to the access it was prepared
 * with: someone who has lost a part of it since might not see all of the file's contents any more.
 */
export function accessKeyOf({ subject }: Viewer): string {
  const { roles, overrides, recordGrants = [], serviceLimit, departmentsOff, staffRoles, gates } = subject;
  const facts = [
    roles.map(({ role }) => role).sort(),
    overrides.map(({ permission, effect }) => `${permission} ${effect}`).sort(),
    recordGrants.map(({ permission, recordId }) => `${permission} ${recordId}`).sort(),
    serviceLimit && [...serviceLimit].sort(),
    [...departmentsOff].sort(),
    [...staffRoles].sort(),
    [...gates.areasOff].sort(),
    gates.accountClosed,
    lacksTwoFactor(subject),
    gates.tokenPermissions && [...gates.tokenPermissions].sort(),
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
