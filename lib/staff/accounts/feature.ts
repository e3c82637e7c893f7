import type { Feature } from "@/lib/platform/operations/feature";
import { assignRole } from "./assign-role";
import { findAccounts } from "./find-accounts";
import { listAttempts } from "./list-attempts";
import { listRoleChoices } from "./role-choices";
import { searchAccounts } from "./search-accounts";
import { transferOwnership } from "./transfer-ownership";
import { viewStaffAccount } from "./view-account";
import { withdrawTransfer } from "./withdraw-transfer";

export const accountsFeature: Feature = {
  name: "staff/accounts",
  operations: [
    listAttempts,
    findAccounts,
    assignRole,
    listRoleChoices,
    searchAccounts,
    transferOwnership,
    viewStaffAccount,
    withdrawTransfer,
  ],
};
