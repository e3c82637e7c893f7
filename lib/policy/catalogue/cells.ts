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
