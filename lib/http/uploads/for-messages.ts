import { fromStrings } from "@/lib/http/from-strings";
import { execute } from "@/lib/platform/operations/execute";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { removeUpload } from "@/lib/support/attachments/remove-upload";
import { startUpload } from "@/lib/support/attachments/start-upload";
import { viewUpload } from "@/lib/support/attachments/view-upload";
import type { DraftOf } from "@/lib/support/core/draft-of";
import type { Asked, UploadPurpose } from "./upload-purpose";

/** Files of ticket messages: they wait until the message takes them. */
export const forMessages: UploadPurpose = {
  path: "",
  start: ({ caller, accountId }, file, { ticketId, note }) =>
    execute(caller, accountId, startUpload, {
      ...file,
      ...(ticketId && { ticketId }),
      ...(note === "true" && { note: true }),
    }),
  view: ({ caller, accountId }, uploadId) => execute(caller, accountId, viewUpload, { uploadId }),
  async remove({ caller, accountId }, uploadId) {
    await execute(caller, accountId, removeUpload, { uploadId });
  },
  async requireForm({ caller, accountId }, asked) {
    await execute(caller, accountId, listUploads, draftOf(asked));
  },
  pageOf(accountId, asked) {
    const { ticketId, note } = draftOf(asked);
    return `/a/${accountId}/tickets/${ticketId ?? "new"}#${note ? "note" : "message"}-files`;
  },
};

const draftOf = (asked: Asked) =>
  fromStrings(listUploads.input, Object.entries(asked) as [string, string][]) as DraftOf;
