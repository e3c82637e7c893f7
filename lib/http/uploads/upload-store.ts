import type { Readable } from "node:stream";
import { DataStore, Upload } from "@tus/server";
import { receivePart } from "@/lib/platform/files/receive-part";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { removeUpload } from "@/lib/support/attachments/remove-upload";
import { startUpload } from "@/lib/support/attachments/start-upload";
import { viewUpload } from "@/lib/support/attachments/view-upload";

/** Whose uploads they are. */
export interface Uploader {
  readonly caller: Caller;
  readonly accountId: string;
}

/** What the tus protocol keeps, by operations of one caller: each request of the protocol asks for the permission again. */
export class UploadStore extends DataStore {
  override extensions = ["creation", "termination"];

  constructor(private readonly uploader: Uploader) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { caller, accountId } = this.uploader;
    const { filename, ticketId, note } = upload.metadata ?? {};
    const started = await execute(caller, accountId, startUpload, {
      name: filename || "file",
      size: upload.size ?? 0,
      ...(ticketId && { ticketId }),
      ...(note === "true" && { note: true }),
    });
    upload.id = started.id;
    return upload;
  }

  override async getUpload(uploadId: string): Promise<Upload> {
    const { id, size, received } = await this.#view(uploadId);
    return new Upload({ id, size, offset: received });
  }

  override async write(source: Readable, uploadId: string, offset: number): Promise<number> {
    const file = await this.#view(uploadId);
    const allowed = () => this.#view(uploadId);
    return receivePart({ ...file, accountId: this.uploader.accountId }, { offset, source, allowed });
  }

  override async remove(uploadId: string): Promise<void> {
    const { caller, accountId } = this.uploader;
    await execute(caller, accountId, removeUpload, { uploadId });
  }

  #view(uploadId: string) {
    const { caller, accountId } = this.uploader;
    return execute(caller, accountId, viewUpload, { uploadId });
  }
}
