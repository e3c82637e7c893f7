import type { Readable } from "node:stream";
import { DataStore, Upload } from "@tus/server";
import { receivePart } from "@/lib/platform/files/receive-part";
import type { OnBehalf, UploadPurpose } from "./upload-purpose";

/** Whose uploads they are, and what for. */
export interface Uploader extends OnBehalf {
  readonly purpose: UploadPurpose;
}

/** What the tus protocol keeps, by operations of one caller: each request of the protocol asks for the permission again. */
export class UploadStore extends DataStore {
  override extensions = ["creation", "termination"];

  constructor(private readonly uploader: Uploader) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { filename, ...asked } = upload.metadata ?? {};
    const file = { name: filename || "file", size: upload.size ?? 0 };
    const started = await this.uploader.purpose.start(this.uploader, file, asked);
    upload.id = started.id;
    return upload;
  }

  override async getUpload(uploadId: string): Promise<Upload> {
    const { id, size, received } = await this.#view(uploadId);
    return new Upload({ id, size, offset: received });
  }

  override async write(source: Readable, uploadId: string, offset: number): Promise<number> {
    const file = await this.#view(uploadId);
    const { accountId, purpose } = this.uploader;
    const allowed = () => this.#view(uploadId);
    const received = await receivePart({ ...file, accountId }, { offset, source, allowed });
    if (received === file.size) await purpose.finish?.(this.uploader, uploadId);
    return received;
  }

  override async remove(uploadId: string): Promise<void> {
    await this.uploader.purpose.remove(this.uploader, uploadId);
  }

  #view(uploadId: string) {
    return this.uploader.purpose.view(this.uploader, uploadId);
  }
}
