import { t } from "@/lib/platform/language/t";
import { nameOf, type Permission, titleOf } from "./permissions";
import { isNotice, type Permitted } from "./role-change";

/** A change in words, for the preview before saving: one line per kind of change, listing permissions by name. */
export interface ChangeInWords {
  heading: string;
  items: { permission: Permission; name: string; title: string }[];
}

/** What a person gains and loses. Notifications get their own lines; unchanged kinds get none. */
export function describeChange(change: Permitted): ChangeInWords[] {
  return [
    line(t("Will be able to"), change.gains.filter(isAct)),
    line(t("Will receive"), change.noticesGained),
    line(t("Will no longer be able to"), change.loses.filter(isAct)),
    line(t("Will no longer receive"), change.noticesLost),
  ].filter(({ items }) => items.length > 0);
}

const isAct = (permission: Permission) => !isNotice(permission);

function line(heading: string, permissions: readonly Permission[]): ChangeInWords {
  const items = permissions.map((it) => ({ permission: it, name: nameOf(it), title: titleOf(it) }));
  return { heading, items };
}
