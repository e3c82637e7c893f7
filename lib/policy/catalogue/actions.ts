import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const actions = {
  //      cells:   owner   admin   billing       support        agent  accounting  manager   self
  "actions.view": {
    area: "actions", name: "View actions", title: "View actions, their due dates and assignees.", delegable: "holders", record: "action", recusable: true,
    cells:     [always, always, "ifAssigned", "ifAssigned",  no,    no,         no,       no],
  },
  "actions.update": {
    area: "actions", name: "Update actions", title: "Update the progress of actions and complete them.", delegable: "holders", record: "action", recusable: true,
    cells:     [always, always, "ifAssigned", "ifAssigned",  no,    no,         no,       no],
  },
  "actions.assign": {
    area: "actions", name: "Assign actions", title: "Create actions and assign them to people.", delegable: "holders",
    cells:     [always, always, no,           no,            no,    no,         no,       no],
  },
  "actions.resend": {
    area: "actions", name: "Resend action notifications", title: "Send reminders to the people assigned to an action.", delegable: "holders", record: "action", recusable: true,
    cells:     [always, always, no,           no,            no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
