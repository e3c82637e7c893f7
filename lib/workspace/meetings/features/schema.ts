import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { FeatureName } from "@/lib/workspace/core/schema";
import { MOST_ATTENDEES } from "../attendees/schema";

/** What there is to open so far. */
export const offeredFeatures = [
  "addPaper",
  "takeMinutes",
  "seeDraftMinutes",
  "manageAttendees",
] as const satisfies readonly FeatureName[];

export const featureWords: Readonly<Record<(typeof offeredFeatures)[number], Sentence>> = {
  addPaper: msg("Add papers"),
  takeMinutes: msg("Take minutes"),
  seeDraftMinutes: msg("See draft minutes"),
  manageAttendees: msg("Manage attendees"),
};

export const shownFeature = z.object({
  name: z.enum(offeredFeatures),
  /** Who opened it to everybody invited; null if it is not. */
  openedByName: z.string().nullable(),
  people: z.array(z.object({ id, name: z.string(), openedByName: z.string() })).max(MOST_ATTENDEES),
});

export type ShownFeature = z.infer<typeof shownFeature>;
