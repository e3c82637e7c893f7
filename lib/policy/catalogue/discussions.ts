import { always, groupOwner, invited, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const discussions = {
  //      cells:   owner   admin   billing     support      agent  accounting  manager   self
  "discussions.groups.create": {
    area: "discussions", name: "Create groups", title: "Create a discussion group.", delegable: "holders",
    cells:     [always, always, always,     always,      no,    no,         no,       no],
  },
  "discussions.groups.view-private": {
    area: "discussions", name: "View private groups", title: "View a private discussion group.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, invited,    invited,     no,    no,         no,       no],
  },
  "discussions.groups.view-public": {
    area: "discussions", name: "View public groups", title: "View a public discussion group.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, always,     always,      no,    no,         no,       no],
  },
  "discussions.groups.join-private": {
    area: "discussions", name: "Join private groups", title: "Join a private discussion group.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, invited,    invited,     no,    no,         no,       no],
  },
  "discussions.groups.join-public": {
    area: "discussions", name: "Join public groups", title: "Join a public discussion group.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, always,     always,      no,    no,         no,       no],
  },
  "discussions.groups.update-public": {
    area: "discussions", name: "Edit public groups", title: "Edit the details of a public discussion group.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, groupOwner, groupOwner,  no,    no,         no,       no],
  },
  "discussions.groups.update-private": {
    area: "discussions", name: "Edit private groups", title: "Edit the details of a private discussion group.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, groupOwner, groupOwner,  no,    no,         no,       no],
  },
  "discussions.groups.delete": {
    area: "discussions", name: "Delete groups", title: "Delete a discussion group and its threads.", delegable: "holders", record: "discussionGroup",
    cells:     [always, always, groupOwner, groupOwner,  no,    no,         no,       no],
  },
  "discussions.threads.create": {
    area: "discussions", name: "Start threads", title: "Start a thread in a discussion group.", delegable: "holders",
    cells:     [always, always, always,     always,      no,    no,         no,       no],
  },
  "discussions.threads.delete": {
    area: "discussions", name: "Delete threads", title: "Delete a thread and its replies.", delegable: "holders", record: "discussionThread",
    cells:     [always, always, no,         no,          no,    no,         no,       no],
  },
  "discussions.replies.create": {
    area: "discussions", name: "Post replies", title: "Post a reply in a thread.", delegable: "holders",
    cells:     [always, always, always,     always,      no,    no,         no,       no],
  },
  "discussions.replies.update": {
    area: "discussions", name: "Edit replies", title: "Edit a reply in a thread.", delegable: "holders", record: "discussionReply",
    cells:     [always, always, "own",      "own",       no,    no,         no,       no],
  },
  "discussions.replies.delete": {
    area: "discussions", name: "Delete replies", title: "Delete a reply in a thread.", delegable: "holders", record: "discussionReply",
    cells:     [always, always, "own",      "own",       no,    no,         no,       no],
  },
  "discussions.notifications.update": {
    area: "discussions", name: "Change thread notifications", title: "Change who is notified of new replies in a thread.", delegable: "holders", record: "threadSubscription",
    cells:     [always, always, "own",      "own",       no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
