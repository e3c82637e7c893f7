import type { Feature } from "@/lib/platform/operations/feature";
import { createAccount } from "./create-account";
import { findAccounts } from "./find-accounts";
import { inviteOwner } from "./invite-owner";
import { listAttempts } from "./list-attempts";
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
    searchAccounts,
    transferOwnership,
    viewStaffAccount,
    withdrawTransfer,
  ],
};
