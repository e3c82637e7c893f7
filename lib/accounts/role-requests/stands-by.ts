import type { KnownContact } from "@/lib/accounts/core/known-contact";
import type { RolePreset, SenderProof } from "./schema";

interface Proven {
  readonly proof: SenderProof;
  readonly senderAddress: string | null;
  readonly role: RolePreset;
}

/**
 * The requester, if their word is enough: a verified message from their own confirmed address, for less than an
 * administrator. Otherwise null: the owner is asked.
 */
export function standsBy(requester: KnownContact, { proof, senderAddress, role }: Proven) {
  const { email, name, personId, person } = requester;
  const theirs = proof === "verified" && senderAddress === email && person.emailVerified && personId !== null;
  return theirs && role !== "administrator" ? { personId, name } : null;
}
