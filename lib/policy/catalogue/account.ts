import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const account = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "account.view": {
    area: "account", name: "View the account", title: "View the account's name, number and status.", delegable: "holders", afterClosing: true,
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "account.close": {
    area: "account", name: "Close the account", title: "Permanently close the account.", delegable: "nobody",
    cells:     [always, no,     no,      no,       no,     no,         no,       no],
  },
  "account.ownership.transfer": {
    area: "account", name: "Transfer ownership", title: "Transfer ownership of the account to another member.", delegable: "nobody",
    cells:     [always, no,     no,      no,       no,     no,         no,       no],
  },
} as const satisfies AreaCatalogue;
