/** Short names for cells, to keep the rows readable. The columns are in the order of `roles.ts`. */
export const no = "no";
export const always = "always";
export const issued = "ifIssued";
export const invited = "ifInvited";
export const groupOwner = "ifGroupOwner";
export const inFolder = "inFoldersInvited";
export const meetingLead = "ifCreator|ifChair";
export const meetingPart = "ifInvited|ifCreator";
export const ifBilling = "ifBilling";
export const chair = "ifChair";
export const own = "own";
/** Whoever is invited to vote is invited: both, so that it is seen to include what others have. */
export const reader = "ifInvited|ifVoter";
