import type { Tone } from "@/components/ui/tone";
import type { RoleRequestSource, RoleRequestStatus, SenderProof } from "@/lib/accounts/role-requests/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";

export const statusWords: Record<RoleRequestStatus, { name: Sentence; tone: Tone }> = {
  waiting: { name: msg("Waiting for the owner"), tone: "warning" },
  approved: { name: msg("Approved@@request"), tone: "accent" },
  refused: { name: msg("Refused@@request"), tone: "danger" },
  applied: { name: msg("Applied@@request"), tone: "success" },
  expired: { name: msg("Expired@@request"), tone: "neutral" },
  withdrawn: { name: msg("Withdrawn@@request"), tone: "neutral" },
};

export const sourceWords: Record<RoleRequestSource, Sentence> = {
  portal: msg("Portal@@source"),
  mail: msg("Email@@source"),
  ticket: msg("Ticket@@source"),
  call: msg("Telephone call"),
};

/** How sure it is who sent a request: in a list, and with what it means. */
export const proofWords: Record<SenderProof, { name: Sentence; says: Sentence; tone: Tone }> = {
  signedIn: {
    name: msg("Signed in@@proof"),
    says: msg("Sent from the portal, signed in."),
    tone: "success",
  },
  verified: {
    name: msg("Verified@@proof"),
    says: msg("The sender's mail domain confirms that it was sent from this address."),
    tone: "success",
  },
  weak: {
    name: msg("Partly verified"),
    says: msg("Only the sending server could be checked. The address may not be the sender's."),
    tone: "warning",
  },
  unproven: {
    name: msg("Not verified"),
    says: msg("Anybody could have sent this in that person's name."),
    tone: "danger",
  },
};
