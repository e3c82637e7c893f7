import { always, meetingLead, meetingPart, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const meetings = {
  //      cells:   owner   admin   billing            support             agent  accounting  manager   self
  "meetings.view": {
    area: "meetings", name: "View meetings", title: "View a meeting, its agenda and its minutes.", delegable: "holders", record: "meeting",
    cells:     [always, always, meetingPart,       meetingPart,        no,    no,         no,       no],
  },
  "meetings.create": {
    area: "meetings", name: "Create meetings", title: "Create a meeting.", delegable: "holders",
    cells:     [always, always, always,            always,             no,    no,         no,       no],
  },
  "meetings.types.update": {
    area: "meetings", name: "Edit meeting types", title: "Edit the meeting types used on the account.", delegable: "holders",
    cells:     [always, always, no,                no,                 no,    no,         no,       no],
  },
  "meetings.delete": {
    area: "meetings", name: "Delete meetings", title: "Delete a meeting.", delegable: "holders", record: "meeting",
    cells:     [always, always, "ifCreator",       "ifCreator",        no,    no,         no,       no],
  },
  "meetings.update": {
    area: "meetings", name: "Edit meetings", title: "Edit the details of a meeting.", delegable: "holders", record: "meeting",
    cells:     [always, always, meetingLead,       meetingLead,        no,    no,         no,       no],
  },
  "meetings.control": {
    area: "meetings", name: "Run meetings", title: "Run a meeting with full control of it.", delegable: "holders", record: "meeting",
    cells:     [always, always, meetingLead,       meetingLead,        no,    no,         no,       no],
  },
  "meetings.features.use": {
    area: "meetings", name: "Use meeting features", title: "Use meeting features opened to invitees.", delegable: "holders", record: "meetingFeature",
    cells:     [always, always, "ifMeetingAllows", "ifMeetingAllows",  no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
