import type { Dashboard } from "@/lib/home/dashboard/schema";
import { actionNeeds } from "./action-needs";
import { billingNeeds } from "./billing-needs";
import { decisionNeeds } from "./decision-needs";
import { discussionNeeds } from "./discussion-needs";
import { meetingNeeds } from "./meeting-needs";
import type { Need, NeedsContext } from "./need";
import { peopleNeeds } from "./people-needs";
import { supportNeeds } from "./support-needs";

/** Everything that needs the viewer's attention, most urgent first. */
export function needsOf(dashboard: Dashboard, context: NeedsContext): Need[] {
  const workspace = [decisionNeeds, discussionNeeds, meetingNeeds, actionNeeds];
  const needs = [billingNeeds, supportNeeds, ...workspace, peopleNeeds].flatMap((of) => of(dashboard, context));
  return needs.sort((a, b) => pressing.indexOf(a.tone) - pressing.indexOf(b.tone));
}

const pressing: readonly Need["tone"][] = ["danger", "warning", "accent", "success", "neutral"];
