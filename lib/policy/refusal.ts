import { cellOf } from "./matrix";
import { catalogue, nameOf, type Permission } from "./permissions";
import { type CustomerRole, roles } from "./roles";

export type Refusal = "not-yours-to-give" | "above-your-own-access" | "last-owner" | "reserved-to-owner";

/** Why a change is refused: a code for programs and a sentence for people. */
export interface Refused {
  ok: false;
  refusal: Refusal;
  permission?: Permission;
  role?: CustomerRole;
  sentence: string;
}

interface About {
  permission?: Permission;
  /** The role that would have given the permission. */
  role?: CustomerRole;
  /** Why it fails: the actor lacks the permission this change takes, or holds what they grant for too short a time. */
  lack?: "needed" | "passing" | "not-held";
  /** Set if the target is a staff member. */
  toStaff?: true;
}

export function refused(refusal: Refusal, { lack = "not-held", toStaff, ...about }: About): Refused {
  return {
    ok: false,
    refusal,
    ...about,
    sentence: sentences[refusal]({ lack, ...(toStaff && { toStaff }), ...about }),
  };
}

/** Staff members are never given access as contacts. */
export function refusedToStaffMember(): Refused {
  return refused("not-yours-to-give", { toStaff: true });
}

/** The actor lacks the permission that this kind of change requires. */
export function refusedWithout(permission: Permission): Refused {
  return refused("not-yours-to-give", { permission, lack: "needed" });
}

const sentences: Record<Refusal, (about: About) => string> = {
  "last-owner": () => "An account must have an owner. Transfer ownership first.",
  "above-your-own-access": ({ permission }) =>
    `This person has ${quoted(permission)}, which you don't have. Ask someone who has it to change their access.`,
  "reserved-to-owner": ({ permission }) => {
    if (!permission)
      return "The owner's access can't be changed, and ownership can't be assigned as a role. Transfer ownership instead.";
    if (catalogue[permission].delegable === "owner") return `Only the account owner can grant ${quoted(permission)}.`;
    return cellOf(permission, "owner")
      ? `${quoted(permission)} is reserved for the account owner and can't be granted.`
      : `${quoted(permission)} can't be granted to people on an account.`;
  },
  "not-yours-to-give": ({ permission, role, lack, toStaff }) => {
    if (toStaff)
      return "Staff can't have access to a customer's account as a contact. They can only be removed from it.";
    if (!permission) return "Staff can only assign standard roles, and not to themselves.";
    if (lack === "needed") return `You need ${quoted(permission)} to do this.`;
    const given = role ? `the ${roles[role].name} role` : quoted(permission);
    return lack === "passing"
      ? `Your own ${quoted(permission)} expires, so ${given} must expire by then for anyone you grant it to.`
      : `You can't grant ${given} because you don't have ${quoted(permission)} yourself.`;
  },
};

function quoted(permission: Permission | undefined): string {
  return permission ? `“${nameOf(permission)}”` : "this";
}
