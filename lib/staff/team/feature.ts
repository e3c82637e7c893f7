import type { Feature } from "@/lib/platform/operations/feature";
import { addColleague } from "./add-colleague";
import { changeColleague } from "./change-colleague";
import { confirmFactorReset } from "./confirm-factor-reset";
import { listTeam } from "./list-team";
import { removeColleague } from "./remove-colleague";
import { resetFactors } from "./reset-factors";
import { viewFactorReset } from "./view-factor-reset";

export const teamFeature: Feature = {
  name: "staff/team",
  operations: [
    addColleague,
    changeColleague,
    confirmFactorReset,
    listTeam,
    removeColleague,
    resetFactors,
    viewFactorReset,
  ],
};
