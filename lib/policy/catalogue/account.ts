import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const account = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "account.view": {
    area: "account", name: "See the account", title: "See the account's name, number and standing.", delegable: "holders", afterClosing: true,
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "account.close": {
    area: "account", name: "Close the account", title: "Close the account for good.", delegable: "nobody",
    cells:     [always, no,     no,      no,       no,     no,         no,       no],
  },
  "account.ownership.transfer": {
    area: "account", name: "Give ownership away", title: "Offer the ownership of the account to another person on it.", delegable: "nobody",
    cells:     [always, no,     no,      no,       no,     no,         no,       no],
  },
} as const satisfies AreaCatalogue;
