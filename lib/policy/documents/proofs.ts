import type { ActivityRow } from "./activities";
import type { AreaRow } from "./areas";
import type { CapabilityRow } from "./capabilities";

/** A test that drives the real operations both ways. */
export interface Proof {
  readonly title: string;
  readonly file: string;
}

const ofNoun = (noun: string) => `tests/workspace/${noun}/cells.db.test.ts`;
const ofArea = (area: string) => `tests/policy/cells/${area}.db.test.ts`;

/** Where the cells of each area of the document are driven. */
const files: Readonly<Record<string, string>> = {
  Dashboard: ofArea("dashboard"),
  Members: ofArea("members"),
  Discussions: ofNoun("discussions"),
  Meetings: ofNoun("meetings"),
  Actions: ofNoun("actions"),
  Decisions: ofNoun("decisions"),
  Documents: ofNoun("documents"),
  Links: ofNoun("links"),
  Settings: ofArea("settings"),
  Billing: ofArea("billing"),
  "Activity Log": ofArea("activity"),
  Reports: ofArea("reports"),
};

const fileOf = (area: string): string => {
  const file = files[area];
  if (file === undefined) throw new Error(`No test drives the area ${area}.`);
  return file;
};

export const proofOfActivity = ({ area, activity, cell }: ActivityRow): Proof => ({
  title: `${area}, ${activity}: ${cell}`,
  file: fileOf(area),
});

/** Of a rule for every activity of an area; null where each activity has its own. */
export const proofOfArea = ({ area, every }: AreaRow): Proof | null =>
  every === null ? null : { title: `${area}, every activity: ${every.cell}`, file: fileOf(area) };

export const proofOfCapability = ({ capability }: CapabilityRow): Proof => ({
  title: `Account roles, ${capability}`,
  file: ofArea("account-roles"),
});
