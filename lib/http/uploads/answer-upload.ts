import { callerOfRequest } from "@/lib/http/caller-of-request";
import { problemPage } from "@/lib/http/problem-page";
import { problemResponse } from "@/lib/http/problem-response";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { forDocuments } from "./for-documents";
import { forMessages } from "./for-messages";
import { forPosts } from "./for-posts";
import { receiveForm } from "./receive-form";
import { receiveResumable } from "./receive-resumable";
import type { UploadPurpose } from "./upload-purpose";
import { withUploadSlot } from "./with-upload-slot";

const purposes: Readonly<Record<string, UploadPurpose>> = { "/documents": forDocuments, "/discussions": forPosts };

const PATH = /^\/uploads\/([^/]+)(\/documents|\/discussions)?(?:\/([^/]+))?$/;

/**
 * Answers `/uploads/{accountId}` and `/uploads/{accountId}/{uploadId}` for messages, and the same below `/documents` for
 * folders and below `/discussions` for posts: the tus protocol of the portal's pages and other clients, and the plain forms of browsers without JavaScript. All of
 * it is done by operations, which ask who may.
 */
export async function answerUpload(request: Request): Promise<Response> {
  const isForm =
    request.method === "POST" && /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");
  try {
    const [, accountId = "", place, uploadId] = PATH.exec(new URL(request.url).pathname) ?? [];
    if (!id.safeParse(accountId).success) throw notFound(t("Account not found."));
    if (uploadId !== undefined && !id.safeParse(uploadId).success) throw notFound(t("File not found."));
    const caller = await callerOfRequest(request);
    const uploader = { caller, accountId, purpose: purposes[place ?? ""] ?? forMessages };
    return await withUploadSlot(caller, () =>
      isForm ? receiveForm(request, uploader) : receiveResumable(request, uploader),
    );
  } catch (error) {
    return isForm ? problemPage(error) : problemResponse(error);
  }
}
