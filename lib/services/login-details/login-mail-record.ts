import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { MailRecord } from "@/lib/platform/operations/mail-record";

/** Links to login details are for those who may view them. */
export const loginMailRecord: MailRecord = {
  kind: "login-details",
  reads: async (reader, [id = ""]) =>
    (await reader.db.service.count({ where: accessibleWhere(reader, "services.credentials.view", { id }) })) > 0,
};
