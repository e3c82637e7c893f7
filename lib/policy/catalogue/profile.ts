import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const profile = {
  //      cells:   owner  admin  billing  support   agent  accounting  manager   self
  "profile.manage": {
    area: "profile", name: "Manage your profile", title: "Manage your own profile, password, sessions and API tokens.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,    no,         no,       always],
  },
} as const satisfies AreaCatalogue;
