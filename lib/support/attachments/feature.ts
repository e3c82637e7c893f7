import type { Feature } from "@/lib/platform/operations/feature";
import { downloadAttachment } from "./download-attachment";
import { listUploads } from "./list-uploads";
import { removeUpload } from "./remove-upload";
import { startUpload } from "./start-upload";
import { storageReport } from "./storage-report";
import { viewThumbnail } from "./view-thumbnail";
import { viewUpload } from "./view-upload";

export const attachmentsFeature: Feature = {
  name: "support/attachments",
  operations: [downloadAttachment, listUploads, removeUpload, startUpload, viewThumbnail, viewUpload],
  reports: [storageReport],
};
