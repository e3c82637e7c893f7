import type { Feature } from "@/lib/platform/operations/feature";
import { changePassword } from "./change-password";
import { chooseNotices } from "./choose-notices";
import { listAccounts } from "./list-accounts";
import { listNotices } from "./list-notices";
import { requestEmailChange } from "./request-email-change";
import { sendVerification } from "./send-verification";
import { turnOffNotice } from "./turn-off-notice";
import { updateOwnProfile } from "./update-own-profile";
import { viewOwnProfile } from "./view-own-profile";
import { withdrawEmailChange } from "./withdraw-email-change";

export const profileFeature: Feature = {
  name: "identity/profile",
  operations: [
    changePassword,
    chooseNotices,
    listAccounts,
    listNotices,
    requestEmailChange,
    sendVerification,
    turnOffNotice,
    updateOwnProfile,
    viewOwnProfile,
    withdrawEmailChange,
  ],
};
