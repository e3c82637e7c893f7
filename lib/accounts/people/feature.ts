import type { Feature } from "@/lib/platform/operations/feature";
import { addNonMember } from "./add-non-member";
import { countInvitations } from "./count-invitations";
import { exportPeople } from "./export-people";
import { findPeople } from "./find-people";
import { listNonMembers } from "./list-non-members";
import { listPeople } from "./list-people";
import { previewRemoval } from "./preview-removal";
import { removePerson } from "./remove-person";
import { restorePerson } from "./restore-person";
import { suspendPerson } from "./suspend-person";
import { updateEmail } from "./update-email";
import { updateName } from "./update-name";
import { viewNonMember } from "./view-non-member";
import { viewPerson } from "./view-person";
import { warnOfTermJob } from "./warn-of-term-job";

export const peopleFeature: Feature = {
  name: "accounts/people",
  operations: [
    addNonMember,
    countInvitations,
    exportPeople,
    listNonMembers,
    listPeople,
    previewRemoval,
    removePerson,
    restorePerson,
    suspendPerson,
    updateEmail,
    updateName,
    viewNonMember,
    viewPerson,
  ],
  search: [findPeople],
  jobs: [warnOfTermJob],
};
