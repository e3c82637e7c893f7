import { switchableAreas } from "@/lib/policy/areas";
import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import type { Department } from "@/lib/policy/departments";
import { catalogue, type Permission } from "@/lib/policy/permissions";
import type { Role } from "@/lib/policy/roles";
import type { Subject } from "@/lib/policy/subject";
import { goldenMatrix } from "./golden-matrix";
import { readTable } from "./golden-table";

const golden = readTable(goldenMatrix);

/**
 * A second implementation of the policy, directly from the golden table and the design: slow, simple, and independent of
 * the library's masks, expressions and filters, to compare answers with.
 */
export function oracle(subject: Subject, permission: Permission, record: Row): boolean {
  const { gates } = subject;
  if (gates.personSuspended) return false;
  if (gates.tokenPermissions !== null && !gates.tokenPermissions.includes(permission)) return false;
  const standing: Role[] = [...subject.staffRoles, "self"];
  return standing.some((role) => holds(subject, permission, role, record)) || asContact(subject, permission, record);
}

type Row = Readonly<Record<string, unknown>>;

function asContact(subject: Subject, permission: Permission, record: Row): boolean {
  const { roles, overrides, gates, now } = subject;
  const entry: CatalogueEntry = catalogue[permission];
  if (subject.contactId === null || subject.accountId === null || gates.contactSuspended || gates.contactIsStaff)
    return false;
  if (gates.twoFactorDue !== null && gates.twoFactorDue <= now && entry.area !== "notices") return false;
  if (gates.accountClosed && !entry.afterClosing) return false;
  if ((switchableAreas as readonly string[]).includes(entry.area) && gates.areasOff.includes(entry.area as never))
    return false;

  const owner = roles.some(({ role }) => role === "owner");
  const over = (end: Date | null) => end !== null && end <= now;
  const on = overrides.some((it) => it.permission === permission && it.effect === "on" && !over(it.endsAt));
  const given: Role[] = roles.filter((held) => owner || !over(held.endsAt)).map((held) => held.role);
  if (on && entry.delegable !== "nobody") given.push("owner");
  const alone = isGrantedAlone(subject, permission, record);
  if (!alone && !given.some((role) => holds(subject, permission, role, record))) return false;
  const { recusals } = record as { recusals?: Row[] };
  if (entry.recusable && recusals?.some((recusal) => recusal.contactId === subject.contactId)) return false;

  if (owner) return true;
  if (over(gates.contactEndsAt)) return false;
  if (overrides.some((it) => it.permission === permission && it.effect === "off" && !over(it.endsAt))) return false;
  if (entry.departmentBound && subject.departmentsOff.includes(record.department as Department)) return false;
  if (alone || subject.serviceLimit === null || !entry.serviceBound) return true;
  const service = entry.record === "ticket" ? record.serviceId : record.id;
  return service === null
    ? record.openedByContactId === subject.contactId
    : subject.serviceLimit.includes(service as string);
}

/** Granted on this one record: a limit to services doesn't apply, everything else does. */
function isGrantedAlone({ recordGrants = [], now }: Subject, permission: Permission, record: Row): boolean {
  const entry: CatalogueEntry = catalogue[permission];
  return (
    entry.perRecord === true &&
    recordGrants.some((it) => it.permission === permission && it.recordId === record.id && it.endsAt > now)
  );
}

function holds(subject: Subject, permission: Permission, role: Role, record: Row): boolean {
  const cell = golden.get(permission)?.get(role) ?? "no";
  if (cell === "no" || cell === "always") return cell === "always";
  return cell.split("|").some((condition) => meets(subject, condition, record));
}

function meets(subject: Subject, condition: string, record: Row): boolean {
  const me = subject.contactId;
  const mine = (rows: unknown) => (rows as Row[]).filter((row) => me !== null && row.contactId === me);
  switch (condition) {
    case "ifInvited":
      return mine(record.invitations).length > 0;
    case "ifVoter":
      return mine(record.invitations).some((invitation) => invitation.mayVote === true);
    case "ifAssigned":
      return mine(record.assignments).length > 0;
    case "ifCreator":
      return me !== null && record.createdByContactId === me;
    case "ifChair":
      return me !== null && record.chairContactId === me;
    case "ifGroupOwner":
      return me !== null && record.ownerContactId === me;
    case "own":
      return me !== null && (record.authorContactId === me || record.contactId === me);
    case "inFoldersInvited":
      return mine((record.governing as Row).access).length > 0;
    case "ifMeetingAllows":
      return (
        (record.openToInvited === true || mine(record.openings).length > 0) &&
        mine((record.meeting as Row).invitations).length > 0
      );
    case "ifIssued":
      return record.status !== "draft";
    case "ifBilling":
      return record.department === "billing" || record.kind === "billing";
    case "ifAboutPeople":
      return record.kind === "people";
    case "ifAboutServicesOrPeople":
      return record.kind === "services" || record.kind === "support" || record.kind === "people";
    case "ifNotOfWorkspace":
      return record.kind !== "workspace";
    default:
      throw new Error(`The golden table names a condition that this reading does not know: ${condition}`);
  }
}
