import type { MailRecord } from "@/lib/platform/operations/mail-record";

/** Notifications about services are for everybody who gets them, unless they are limited to others. */
export const serviceMailRecord: MailRecord = {
  kind: "services",
  reads: async ({ contact }, ids) => {
    const limit = contact?.subject.serviceLimit;
    return contact !== null && (limit === null || ids.every((id) => limit?.includes(id)));
  },
};
