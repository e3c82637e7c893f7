import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const activity = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "activity.view": {
    area: "activity", name: "View the activity log", title: "View the audit log of changes and denied attempts.", delegable: "holders", record: "activityEvent",
    cells:     [always, always, no,      no,       no,    no,         always,   no],
  },
  "activity.export": {
    area: "activity", name: "Export the activity log", title: "Download the activity log as CSV.", delegable: "holders", record: "activityEvent",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
