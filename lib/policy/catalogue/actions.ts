import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const actions = {
  //      cells:   owner   admin   billing       support        agent  accounting  manager   self
  "actions.view": {
    area: "actions", name: "See actions", title: "See an action, its due date and who it is assigned to.", delegable: "holders", record: "action",
    cells:     [always, always, "ifAssigned", "ifAssigned",  no,    no,         no,       no],
  },
  "actions.update": {
    area: "actions", name: "Update actions", title: "Report progress on an action and complete it.", delegable: "holders", record: "action",
    cells:     [always, always, "ifAssigned", "ifAssigned",  no,    no,         no,       no],
  },
  "actions.assign": {
    area: "actions", name: "Assign actions", title: "Create an action and assign it to people.", delegable: "holders",
    cells:     [always, always, no,           no,            no,    no,         no,       no],
  },
  "actions.resend": {
    area: "actions", name: "Resend action notices", title: "Remind people of an action assigned to them.", delegable: "holders", record: "action",
    cells:     [always, always, no,           no,            no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
