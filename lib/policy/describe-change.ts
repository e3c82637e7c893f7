import { catalogue, nameOf, type Permission } from "./permissions";
import { isNotice, type Permitted } from "./role-change";

/** A change in words, for the preview before saving: one line per kind of change, listing permissions by name. */
export interface ChangeInWords {
  heading: string;
  items: { permission: Permission; name: string; title: string }[];
}

/** What a person gains and loses. Notifications get their own lines; unchanged kinds get none. */
export function describeChange(change: Permitted): ChangeInWords[] {
  return [
    line("Will be able to", change.gains.filter(isAct)),
    line("Will receive", change.noticesGained),
    line("Will no longer be able to", change.loses.filter(isAct)),
    line("Will no longer receive", change.noticesLost),
  ].filter(({ items }) => items.length > 0);
}

const isAct = (permission: Permission) => !isNotice(permission);

function line(heading: string, permissions: readonly Permission[]): ChangeInWords {
  const items = permissions.map((it) => ({ permission: it, name: nameOf(it), title: catalogue[it].title }));
  return { heading, items };
}
