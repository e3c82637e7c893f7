import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const dashboard = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "dashboard.view": {
    area: "dashboard", name: "View the dashboard", title: "View what needs attention on the account.", delegable: "holders", afterClosing: true,
    cells:     [always, always, always,  always,   no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
