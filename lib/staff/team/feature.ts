import type { Feature } from "@/lib/platform/operations/feature";
import { addColleague } from "./add-colleague";
import { changeColleague } from "./change-colleague";
import { listTeam } from "./list-team";
import { removeColleague } from "./remove-colleague";

export const teamFeature: Feature = {
  name: "staff/team",
  operations: [addColleague, changeColleague, listTeam, removeColleague],
};
