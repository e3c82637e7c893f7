import type { Feature } from "@/lib/platform/operations/feature";
import { changeAreas } from "./change-areas";
import { closeAccount } from "./close-account";
import { previewClosing } from "./preview-closing";
import { updateAccountProfile } from "./update-profile";
import { viewAreas } from "./view-areas";
import { viewFrame } from "./view-frame";
import { viewNotices } from "./view-notices";
import { viewAccountProfile } from "./view-profile";

export const settingsFeature: Feature = {
  name: "accounts/settings",
  operations: [
    changeAreas,
    closeAccount,
    previewClosing,
    updateAccountProfile,
    viewAreas,
    viewFrame,
    viewNotices,
    viewAccountProfile,
  ],
};
