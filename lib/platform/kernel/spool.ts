import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { t } from "@/lib/platform/language/t";
import { Problem } from "./problem";

/** What is kept in memory; the rest is in a temporary file. */
const HELD_BYTES = 256 * 1024;
const PIECE_BYTES = 64 * 1024;

/**
 * Bytes that are written first and read once afterwards, with constant memory however many they are. Its temporary file
 * has no name from the start, so nothing is left behind if the process ends.
 */
export class Spool {
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #filedBytes = 0;
  #file: FileHandle | null = null;

  /** @param most the most it may hold, in bytes */
  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.#filedBytes + this.#heldBytes;
  }

  /** @throws Problem `invalid` beyond its limit */
  async write(piece: Uint8Array): Promise<void> {
    if (this.bytes + piece.length > this.most) {
      const megabytes = Math.floor(this.most / 1024 / 1024);
      throw new Problem(
        "invalid",
        t("This file would be larger than {megabytes} MB. Select a shorter period.", { megabytes }),
      );
    }
    this.#held.push(piece);
    this.#heldBytes += piece.length;
    if (this.#heldBytes >= HELD_BYTES) await this.#toFile();
  }

  /** The bytes in order. Each piece is read after the previous one was taken. The spool is empty afterwards. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      const [file, length] = [this.#file, this.#filedBytes];
      for (let at = 0; file !== null && at < length; ) {
        const piece = Buffer.alloc(Math.min(PIECE_BYTES, length - at));
        const { bytesRead } = await file.read(piece, 0, piece.length, at);
        if (bytesRead === 0) throw new Error("The spooled file is shorter than what was written.");
        yield piece.subarray(0, bytesRead);
        at += bytesRead;
      }
      yield* this.#held;
    } finally {
      await this.discard();
    }
  }

  /** Safe to call twice, and after reading. */
  async discard(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    this.#held = [];
    this.#heldBytes = 0;
    this.#filedBytes = 0;
    await file?.close();
  }

  async #toFile(): Promise<void> {
    this.#file ??= await nameless();
    const bytes = Buffer.concat(this.#held);
    await this.#file.write(bytes, 0, bytes.length, this.#filedBytes);
    this.#filedBytes += bytes.length;
    this.#held = [];
    this.#heldBytes = 0;
  }
}

async function nameless(): Promise<FileHandle> {
  const name = path.join(tmpdir(), `portcullis-${randomUUID()}`);
  const file = await open(name, "wx+", 0o600);
  await unlink(name);
  return file;
}
