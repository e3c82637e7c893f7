import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const links = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "links.add": {
    area: "links", name: "Add links", title: "Add a link to the account's collection.", delegable: "holders",
    cells:     [always, always, always,  always,   no,    no,         no,       no],
  },
  "links.update": {
    area: "links", name: "Edit links", title: "Edit a link.", delegable: "holders", record: "link",
    cells:     [always, always, always,  always,   no,    no,         no,       no],
  },
  "links.delete": {
    area: "links", name: "Delete links", title: "Delete a link.", delegable: "holders", record: "link",
    cells:     [always, always, always,  always,   no,    no,         no,       no],
  },
  "links.search": {
    area: "links", name: "Search links", title: "View and search the account's links.", delegable: "holders", record: "link",
    cells:     [always, always, always,  always,   no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
