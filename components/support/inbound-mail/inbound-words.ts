import type { Tone } from "@/components/ui/tone";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { InboundMailDetail, InboundMailItem } from "@/lib/support/inbound-mail/schema";

type Outcome = InboundMailItem["outcome"];

export const outcomeLabels: Record<Outcome, Sentence> = {
  waiting: msg("Waits for staff"),
  joined: msg("Added to a ticket"),
  opened: msg("Opened a ticket"),
  requested: msg("Asked for a role"),
  refused: msg("Refused"),
  autoReply: msg("Automatic"),
  bounce: msg("Returned"),
  loop: msg("Loop"),
  duplicate: msg("Duplicate"),
  tooLarge: msg("Too large"),
  malformed: msg("Unreadable"),
  processing: msg("Being processed"),
};

export const outcomeTones: Record<Outcome, Tone> = {
  waiting: "warning",
  joined: "success",
  opened: "success",
  requested: "success",
  refused: "danger",
  autoReply: "neutral",
  bounce: "danger",
  loop: "neutral",
  duplicate: "neutral",
  tooLarge: "danger",
  malformed: "danger",
  processing: "accent",
};

export const identityWords: Record<NonNullable<InboundMailDetail["identity"]>, Sentence> = {
  verified: msg("Proven: the sender's domain signed the whole email, and its policy (DMARC) accepts it."),
  weak: msg("Likely: either only the sending server is confirmed, or the sender's domain publishes no policy (DMARC)."),
  unproven: msg("Not proven: anyone could have written this address into the email."),
};

export const identityTones: Record<NonNullable<InboundMailDetail["identity"]>, Tone> = {
  verified: "success",
  weak: "accent",
  unproven: "warning",
};
