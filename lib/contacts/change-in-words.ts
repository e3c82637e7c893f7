import type { AccessPlan } from "@/lib/policy/access-plan";
import { maskAt } from "@/lib/policy/cells";
import { catalogue, nameOf, type Permission } from "@/lib/policy/permissions";
import { nobody, type Reach, reachOf, reachUnder } from "@/lib/policy/reach";
import { isNotice, type Permitted } from "@/lib/policy/role-change";
import type { Subject } from "@/lib/policy/viewer";

export interface ChangeInWords {
  readonly heading: string;
  readonly tone: "gain" | "loss";
  readonly items: { permission: Permission; name: string; title: string }[];
}

/**
 * What a permitted change gives and takes, for the preview before it is saved. What somebody had in part and has in
 * full (or the other way round) is told apart from what is new or gone.
 */
export function changeInWords(change: Permitted, target: Subject | null, next: AccessPlan, now: Date): ChangeInWords[] {
  const before = target ? reachOf(target, now) : nobody;
  const after = reachUnder(next, now);
  const [gained, widened] = split(change.gains, (it) => !has(before, it));
  const [lost, narrowed] = split(change.loses, (it) => !has(after, it));
  return [
    ...byKind("gain", gained, "Will be able to", "Will receive"),
    ...byKind("gain", widened, "Will be able to in more cases", "Will receive in more cases"),
    ...byKind("loss", lost, "Will no longer be able to", "Will no longer receive"),
    ...byKind("loss", narrowed, "Will be able to in fewer cases", "Will receive in fewer cases"),
  ].filter(({ items }) => items.length > 0);
}

function has(reach: Reach, permission: Permission): boolean {
  return maskAt(reach.cells, permission) !== 0;
}

function split(all: readonly Permission[], first: (it: Permission) => boolean): [Permission[], Permission[]] {
  return [all.filter(first), all.filter((it) => !first(it))];
}

function byKind(tone: "gain" | "loss", all: readonly Permission[], acts: string, notices: string): ChangeInWords[] {
  const [received, done] = split(all, isNotice);
  return [
    { heading: acts, tone, items: done.map(inWords) },
    { heading: notices, tone, items: received.map(inWords) },
  ];
}

function inWords(permission: Permission) {
  return { permission, name: nameOf(permission), title: catalogue[permission].title };
}
