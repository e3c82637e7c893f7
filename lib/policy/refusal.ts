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
  /** The actor holds it now, but not for as long as it would be given. */
  passing?: boolean;
}

export function refused(refusal: Refusal, { passing = false, ...about }: About): Refused {
  return { ok: false, refusal, ...about, sentence: sentences[refusal]({ passing, ...about }) };
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
  "not-yours-to-give": ({ permission, role, passing }) => {
    if (!permission) return "Staff give the standard roles only, and not to themselves.";
    const given = role ? `the role ${roles[role].name}` : quoted(permission);
    if (passing)
      return `Your own ${quoted(permission)} ends, so ${given} has to end by then for anyone you give it to.`;
    return `You cannot give ${given}, because you do not have ${quoted(permission)} yourself.`;
  },
};

function quoted(permission: Permission | undefined): string {
  return permission ? `“${nameOf(permission)}”` : "this";
}
