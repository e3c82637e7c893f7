import type { Feature } from "@/lib/platform/operations/feature";
import { listMail } from "./list-mail";
import { viewMail } from "./view-mail";
import { viewMailContents } from "./view-mail-contents";

export const mailFeature: Feature = {
  name: "staff/mail",
  operations: [listMail, viewMail, viewMailContents],
};
