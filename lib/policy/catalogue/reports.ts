import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const reports = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "reports.view": {
    area: "reports", name: "View reports", title: "View reports about the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
  "reports.export": {
    area: "reports", name: "Export reports", title: "Download reports about the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
