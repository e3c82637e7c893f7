import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";

export type ScanResult = "unscanned" | "waiting" | "clean" | "infected";

/** For a whole file, including the daemon's answer. */
const LONGEST_MS = 30_000;
const MOST_ANSWER = 4_096;

/** Has the configured scanner look through a file. `waiting`: it could not be asked, or did not answer in time. */
export async function scanFile(open: () => Promise<Readable>, address = env().CLAMD_SOCKET): Promise<ScanResult> {
  if (address === undefined) return "unscanned";
  try {
    const verdict = await askClamd(address, await open());
    if (/\bFOUND$/.test(verdict)) return "infected";
    if (/: OK$/.test(verdict)) return "clean";
    throw new Error(`clamd answered: ${verdict.slice(0, 200)}`);
  } catch (error) {
    log().warn({ err: error }, "A file could not be scanned, and is held until it could.");
    return "waiting";
  }
}

/** clamd's INSTREAM: the file in pieces with their lengths, and a piece of length zero at its end. */
async function askClamd(address: string, contents: Readable): Promise<string> {
  const socket = socketTo(address);
  const late = setTimeout(() => socket.destroy(new Error("clamd did not answer in time.")), LONGEST_MS);
  try {
    const answer = readAnswer(socket);
    const sent = pipeline(Readable.from(framed(contents)), socket, { end: false });
    // It may answer before everything is sent, for example that a file is too large for it.
    await Promise.race([answer, sent.then(() => answer)]);
    sent.catch(() => {});
    return await answer;
  } finally {
    clearTimeout(late);
    contents.destroy();
    socket.destroy();
  }
}

function socketTo(address: string): Socket {
  if (address.startsWith("/")) return connect(address);
  const [host = "", port] = address.split(":");
  return connect(Number(port), host);
}

async function* framed(contents: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of contents) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield length;
    yield piece;
  }
  yield Buffer.alloc(4);
}

async function readAnswer(socket: Socket): Promise<string> {
  let text = "";
  for await (const piece of socket) {
    text += piece;
    const end = text.indexOf("\0");
    if (end >= 0) return text.slice(0, end).trim();
    if (text.length > MOST_ANSWER) break;
  }
  throw new Error("clamd closed the connection without an answer.");
}
