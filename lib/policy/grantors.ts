import { type AccessPlan, planOf } from "./access-plan";
import { effectiveAccessUnder } from "./effective-access";
import { can, meetsMask } from "./evaluate";
import type { GateName } from "./gates";
import { maskAt } from "./permission-masks";
import type { Permission } from "./permissions";
import { personChange } from "./person-change";
import type { Reason } from "./reasons";
import { roleChange } from "./role-change";
import type { Subject } from "./subject";
import { type Viewer, viewerOf } from "./viewer";

/** A person on the account who could be asked for access. */
export interface Other {
  readonly subject: Subject;
  readonly name: string;
}

type Remedy = (actor: Viewer, target: Viewer) => boolean;

/**
 * Who of the others could make it possible: by lifting a suspension, turning an area on, or granting the permission to
 * the viewer. Empty if that wouldn't help or nobody can.
 */
export function grantorsOf(
  viewer: Viewer,
  permission: Permission,
  record: object | undefined,
  reasons: readonly Reason[],
  others: readonly Other[],
): string[] {
  const remedies = remediesFor(viewer, permission, record, reasons);
  if (!remedies) return [];
  return others
    .filter(({ subject }) => subject.contactId !== viewer.contactId)
    .filter(({ subject }) => remedies.every((remedy) => remedy(viewerOf(subject), viewer)))
    .map(({ name }) => name);
}

/** What has to be done, or null if nothing on the account helps. */
function remediesFor(
  viewer: Viewer,
  permission: Permission,
  record: object | undefined,
  reasons: readonly Reason[],
): Remedy[] | null {
  const gates = reasons.flatMap((reason) => (reason.kind === "gate" ? [reason.gate] : []));
  if (viewer.contactId === null || gates.some((gate) => hopeless.has(gate))) return null;
  if (gates.includes("department-off")) return opening(viewer, permission, record, gates);
  const lifts = gates.flatMap((gate) => gateRemedies[gate] ?? []);
  // Gates are only reported if something grants the permission, so lifting all of them is enough.
  if (lifts.length > 0 && lifts.length === gates.length) return lifts;
  const give = giving(viewer, permission, record);
  return give ? [...lifts, give] : null;
}

const hopeless: ReadonlySet<GateName> = new Set([
  "person-suspended",
  "not-in-token",
  "contact-is-staff",
  "account-closed",
  "looking",
  "looker-without",
  // They help themselves by setting it up.
  "two-factor-missing",
  "recused",
]);

const gateRemedies: Partial<Record<GateName, Remedy>> = {
  "contact-suspended": (actor, target) => personChange(actor, target, "people.members.suspend").ok,
  "contact-ended": (actor, { subject }) => roleChange(actor, { subject }, { ...planOf(subject), endsAt: null }).ok,
  "area-off": (actor) => can(actor, "settings.areas.change"),
};

/** Giving the departments back, besides lifting the other gates, if that would make it possible. */
function opening(
  viewer: Viewer,
  permission: Permission,
  record: object | undefined,
  gates: readonly GateName[],
): Remedy[] | null {
  const { subject } = viewer;
  const others = gates.filter((gate) => gate !== "department-off");
  const lifts = others.flatMap((gate) => gateRemedies[gate] ?? []);
  if (lifts.length < others.length) return null;
  const plan = { ...planOf(subject), departmentsOff: [] };
  const helps = [plan, { ...plan, serviceLimit: null }].find((next) => makes(viewer, permission, record, next));
  return helps ? [...lifts, (actor) => roleChange(actor, { subject }, helps).ok] : null;
}

/** Would the viewer have it with this plan, for this record? */
function makes(viewer: Viewer, permission: Permission, record: object | undefined, plan: AccessPlan): boolean {
  const mask = maskAt(effectiveAccessUnder({ ...plan, endsAt: null }, viewer.now).cells, permission);
  return record ? meetsMask(viewer, permission, mask, record) : mask !== 0;
}

/** Granting the permission to the viewer, if that would make it possible. */
function giving(viewer: Viewer, permission: Permission, record: object | undefined): Remedy | null {
  const { subject } = viewer;
  const before = planOf(subject);
  const kept = before.overrides.filter((override) => override.permission !== permission);
  const withIt = { ...before, overrides: [...kept, { permission, effect: "on" as const }] };
  const helps = [withIt, { ...withIt, serviceLimit: null }].find((plan) => makes(viewer, permission, record, plan));
  return helps ? (actor) => roleChange(actor, { subject }, helps).ok : null;
}
