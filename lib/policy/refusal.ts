import { t } from "@/lib/platform/language/t";
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
  "last-owner": () => t("An account must have an owner. Transfer ownership first."),
  // It is always about a permission.
  "above-your-own-access": ({ permission }) =>
    t("This person has “{permission}”, which you don't have. Ask someone who has it to change their access.", {
      permission: nameOf(permission as Permission),
    }),
  "reserved-to-owner": ({ permission }) => {
    if (!permission)
      return t(
        "The owner's access can't be changed, and ownership can't be assigned as a role. Transfer ownership instead.",
      );
    const name = nameOf(permission);
    if (catalogue[permission].delegable === "owner")
      return t("Only the account owner can grant “{permission}”.", { permission: name });
    return cellOf(permission, "owner")
      ? t("“{permission}” is reserved for the account owner and can't be granted.", { permission: name })
      : t("“{permission}” can't be granted to people on an account.", { permission: name });
  },
  "not-yours-to-give": ({ permission, role, lack, toStaff }) => {
    if (toStaff)
      return t("Staff can't have access to a customer's account as a contact. They can only be removed from it.");
    if (!permission) return t("Staff can only assign standard roles, and not to themselves.");
    const name = nameOf(permission);
    if (lack === "needed") return t("You need “{permission}” to do this.", { permission: name });
    return lack === "passing" ? passing(name, role) : notHeld(name, role);
  },
};

function passing(permission: string, role: CustomerRole | undefined): string {
  return role
    ? t("Your own “{permission}” expires, so the {role} role must expire by then for anyone you grant it to.", {
        permission,
        role: t(roles[role].name),
      })
    : t("Your own “{permission}” expires, so “{permission}” must expire by then for anyone you grant it to.", {
        permission,
      });
}

function notHeld(permission: string, role: CustomerRole | undefined): string {
  return role
    ? t("You can't grant the {role} role because you don't have “{permission}” yourself.", {
        permission,
        role: t(roles[role].name),
      })
    : t("You can't grant “{permission}” because you don't have “{permission}” yourself.", { permission });
}
