import { always, invited, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const decisions = {
  //      cells:   owner      admin      billing    support     agent  accounting  manager   self
  "decisions.search": {
    area: "decisions", name: "Search decisions", title: "Find decisions, without reading their content.", delegable: "holders", record: "decision",
    cells:     [always,    always,    invited,   invited,    no,    no,         no,       no],
  },
  "decisions.proposals.create": {
    area: "decisions", name: "Create proposals", title: "Create a proposal and put it to a vote.", delegable: "holders",
    cells:     [always,    always,    no,        no,         no,    no,         no,       no],
  },
  "decisions.proposals.add-members": {
    area: "decisions", name: "Add people to proposals", title: "Invite more people to a proposal.", delegable: "holders", record: "decision",
    cells:     [always,    always,    no,        no,         no,    no,         no,       no],
  },
  "decisions.proposals.extend": {
    area: "decisions", name: "Extend votes", title: "Extend the deadline of a vote.", delegable: "holders", record: "decision",
    cells:     [always,    always,    no,        no,         no,    no,         no,       no],
  },
  "decisions.proposals.close": {
    area: "decisions", name: "Close votes", title: "Close a vote before its deadline.", delegable: "holders", record: "decision",
    cells:     [always,    always,    no,        no,         no,    no,         no,       no],
  },
  "decisions.proposals.view": {
    area: "decisions", name: "View proposals", title: "View a proposal and its result.", delegable: "holders", record: "decision",
    cells:     ["ifVoter", "ifVoter", "ifVoter", "ifVoter",  no,    no,         no,       no],
  },
  "decisions.proposals.vote": {
    area: "decisions", name: "Vote", title: "Vote on a proposal.", delegable: "holders", record: "decision",
    cells:     ["ifVoter", "ifVoter", "ifVoter", "ifVoter",  no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
