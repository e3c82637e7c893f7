import type { Tone } from "@/components/ui/tone";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { DecisionOutline, DecisionState } from "@/lib/workspace/decisions/schema";

export const stateWords: Record<DecisionState, Sentence> = {
  draft: msg("Draft@@decision"),
  open: msg("Open for votes"),
  closed: msg("Closed@@decision"),
  withdrawn: msg("Withdrawn@@decision"),
};

export const stateTones: Record<DecisionState, Tone> = {
  draft: "neutral",
  open: "accent",
  closed: "success",
  withdrawn: "neutral",
};

export const partWords: Record<DecisionOutline["mine"], Sentence> = {
  none: msg("Not invited"),
  viewer: msg("Invited without a vote"),
  voter: msg("Invited to vote"),
  recused: msg("You are recused"),
};
