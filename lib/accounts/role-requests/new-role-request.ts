import type { RequestedRole, RoleRequestSource, SenderProof } from "./schema";

/** What a request is opened with. */
export interface NewRoleRequest {
  readonly source: RoleRequestSource;
  readonly proof: SenderProof;
  readonly senderAddress: string | null;
  readonly reference: string | null;
  readonly original: string | null;
  readonly requester: { readonly contactId: string | null; readonly name: string };
  /** The person to add, and their contact if they are on the account. */
  readonly person: { readonly contactId: string | null; readonly name: string; readonly email: string };
  readonly role: RequestedRole;
  readonly roleEndsAt: Date | null;
  readonly recordedBy: { readonly personId: string; readonly name: string } | null;
  /** Whose word is enough: their rights are asked again when it is applied. Null: the owner is asked. */
  readonly approvedBy: { readonly personId: string; readonly name: string } | null;
}
