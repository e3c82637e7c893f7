import type { Feature } from "@/lib/platform/operations/feature";
import { assignRole } from "./assign-role";
import { createAccount } from "./create-account";
import { findAccounts } from "./find-accounts";
import { inviteOwner } from "./invite-owner";
import { listAttempts } from "./list-attempts";
import { listRoleChoices } from "./role-choices";
import { searchAccounts } from "./search-accounts";
import { transferOwnership } from "./transfer-ownership";
import { viewStaffAccount } from "./view-account";
import { viewNewAccount } from "./view-new-account";
import { withdrawTransfer } from "./withdraw-transfer";

export const accountsFeature: Feature = {
  name: "staff/accounts",
  operations: [
    listAttempts,
    findAccounts,
    createAccount,
    inviteOwner,
    viewNewAccount,
    assignRole,
    listRoleChoices,
    searchAccounts,
    transferOwnership,
    viewStaffAccount,
    withdrawTransfer,
  ],
};
