import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { requireUpload, uploadFor, uploadForInput } from "./uploads";

/** Asked before the body of an upload is read: whether the viewer may add files there. Fails if not. */
export const mayUpload = defineQuery({
  name: "documents.may-upload",
  permission: "documents.view",
  scope: "account",
  summary: "Check that you may upload to a folder, or replace a file",
  activity: "upload a file",
  input: z.object(uploadForInput),
  output: z.object({ may: z.literal(true) }),
  http: { method: "GET", path: "/accounts/{accountId}/documents/may-upload" },
  run: async (context, asked) => {
    await requireUpload(context, uploadFor(asked));
    return { may: true as const };
  },
});
