import { giverOf } from "@/lib/accounts/core/giver-of";
import { knownContact } from "@/lib/accounts/core/known-contact";
import type { Context } from "@/lib/platform/operations/operation";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import type { NewRoleRequest } from "./new-role-request";
import type { RolePreset } from "./schema";
import { standsBy } from "./stands-by";

interface Asker {
  readonly viewer: Viewer;
  readonly sent: Pick<NewRoleRequest, "source" | "proof" | "senderAddress">;
  readonly approvedBy: NewRoleRequest["approvedBy"];
}

interface Asked {
  readonly role: RolePreset;
  readonly message: string | undefined;
}

/**
 * Who asks for a role, and whether their word is enough. Signed in it is. By email the worker asks in their name, only
 * for a verified one and with little more than this permission: they are judged with the access they have in the portal.
 * The same words a second time may be an old email sent again by somebody else, so the owner is asked.
 */
export async function asker(context: Context<"account">, contactId: string, { role, message }: Asked): Promise<Asker> {
  if (context.via !== "mail") {
    const sent = { source: "portal", proof: "signedIn", senderAddress: null } as const;
    return { viewer: context.viewer, sent, approvedBy: giverOf(context) };
  }
  const requester = await knownContact(context, contactId);
  const senderAddress = requester.email;
  const sent = { source: "mail", proof: "verified", senderAddress } as const;
  const before = await context.db.roleRequest.findFirst({
    where: { accountId: context.account.id, source: "mail", senderAddress, original: message ?? null },
    select: { id: true },
  });
  const stands = before === null ? standsBy(requester, { ...sent, role }) : null;
  return { viewer: viewerOf(requester.person.subject), sent, approvedBy: stands };
}
