import { cellOf } from "./matrix";
import { catalogue, nameOf, type Permission } from "./permissions";
import { type CustomerRole, roles } from "./roles";

export type Refusal = "not-yours-to-give" | "above-your-own-access" | "last-owner" | "reserved-to-owner";

/** Why a change is not to be made, in a word for programs and a sentence for people. */
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
  /** Set where the actor needs the permission to act at all, or has it, but not for as long as it would be given. */
  lack?: "needed" | "passing" | "not-held";
  /** Set where the person it is for is one of staff. */
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

/** The refusal to give one of staff any access as a contact. */
export function refusedToStaffMember(): Refused {
  return refused("not-yours-to-give", { toStaff: true });
}

/** The refusal of someone who lacks the permission to make such changes at all. */
export function refusedWithout(permission: Permission): Refused {
  return refused("not-yours-to-give", { permission, lack: "needed" });
}

const sentences: Record<Refusal, (about: About) => string> = {
  "last-owner": () => "An account always has exactly one owner: hand the ownership over first.",
  "above-your-own-access": ({ permission }) =>
    `This person has ${quoted(permission)}, which you do not have: someone who has it can change their access.`,
  "reserved-to-owner": ({ permission }) => {
    if (!permission)
      return "The owner's access is the owner's own matter: ownership is handed over, never given as a role.";
    if (catalogue[permission].delegable === "owner") return `Only the account owner can give ${quoted(permission)}.`;
    return cellOf(permission, "owner")
      ? `${quoted(permission)} is the account owner's alone and cannot be given to anyone.`
      : `${quoted(permission)} cannot be given to people on an account.`;
  },
  "not-yours-to-give": ({ permission, role, lack, toStaff }) => {
    if (toStaff)
      return "Staff can't have access to a customer's account as a contact. They can only be removed from it.";
    if (!permission) return "Staff give the standard roles only, and not to themselves.";
    if (lack === "needed") return `You need ${quoted(permission)} for this.`;
    const given = role ? `the role ${roles[role].name}` : quoted(permission);
    return lack === "passing"
      ? `Your own ${quoted(permission)} ends, so ${given} has to end by then for anyone you give it to.`
      : `You cannot give ${given}, because you do not have ${quoted(permission)} yourself.`;
  },
};

function quoted(permission: Permission | undefined): string {
  return permission ? `“${nameOf(permission)}”` : "this";
}
