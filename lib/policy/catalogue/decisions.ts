import { always, chair, invited, no, own, reader } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const decisions = {
  //      cells:   owner      admin      billing    support     agent  accounting  manager   self
  "decisions.search": {
    area: "decisions", name: "Search decisions", title: "Find decisions, without reading their content.", delegable: "holders", record: "decision",
    cells:     [always,    always,    invited,   invited,    no,    no,         no,       no],
  },
  "decisions.titles.view": {
    area: "decisions", name: "View titles of decisions", title: "View the title of a decision, and find it by its title.", delegable: "holders", record: "decision", recusable: true,
    cells:     [invited,   invited,   invited,   invited,    no,    no,         no,       no],
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
  "decisions.proposals.lead": {
    area: "decisions", name: "Lead decisions", title: "Edit, open, withdraw or repeat a decision that one chairs, and recuse people from it.", delegable: "holders", record: "decision", recusable: true,
    cells:     [chair,     chair,     no,        no,         no,    no,         no,       no],
  },
  "decisions.proposals.view": {
    area: "decisions", name: "View proposals", title: "View a proposal and its result.", delegable: "holders", record: "decision", recusable: true,
    cells:     [reader,    reader,    "ifVoter", "ifVoter",  no,    no,         no,       no],
  },
  "decisions.proposals.comment": {
    area: "decisions", name: "Comment on proposals", title: "Write comments to everyone who is invited, and private notes.", delegable: "holders", record: "decision", recusable: true,
    cells:     [reader,    reader,    "ifVoter", "ifVoter",  no,    no,         no,       no],
  },
  "decisions.proposals.vote": {
    area: "decisions", name: "Vote", title: "Vote on a proposal.", delegable: "holders", record: "decision", recusable: true,
    cells:     ["ifVoter", "ifVoter", "ifVoter", "ifVoter",  no,    no,         no,       no],
  },
  "decisions.interests.view": {
    area: "decisions", name: "View interests", title: "View interests that people have declared.", delegable: "holders", record: "interest",
    cells:     [always,    always,    own,       own,        no,    no,         no,       no],
  },
  "decisions.interests.declare": {
    area: "decisions", name: "Declare interests", title: "Declare one's own interests and keep them up to date.", delegable: "holders", record: "interest",
    cells:     [own,       own,       own,       own,        no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
