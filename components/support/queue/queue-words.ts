import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { QueueView } from "@/lib/support/queue/schema";

export const viewWords: Record<QueueView, Sentence> = {
  mine: msg("Mine@@tickets"),
  unassigned: msg("Unassigned@@tickets"),
  breaching: msg("Breaching@@tickets"),
  open: msg("All open@@tickets"),
  closed: msg("Closed@@tickets"),
};
