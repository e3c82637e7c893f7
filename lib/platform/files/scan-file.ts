import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";

export type ScanResult = "unscanned" | "waiting" | "clean" | "infected";

/** For a whole file, including the daemon's answer. */
const LONGEST_MS = 30_000;
const PING_MS = 5_000;
const MOST_ANSWER = 4_096;

/** `unanswered`: the scanner could not be asked. `undecided`: it answers, but could not tell of this file. */
export type Verdict = "clean" | "infected" | "unanswered" | "undecided";

type Open = () => Promise<Readable>;

/** Has the configured scanner look through a file. `waiting`: it could not tell, or did not answer in time. */
export async function scanFile(open: Open): Promise<ScanResult> {
  const address = env().CLAMD_SOCKET;
  if (address === undefined) return "unscanned";
  const verdict = await askScanner(open, address);
  return verdict === "clean" || verdict === "infected" ? verdict : "waiting";
}

/** What a scanner says about a file. Logs in words why it says nothing. */
export async function askScanner(open: Open, address: string, milliseconds = LONGEST_MS): Promise<Verdict> {
  let contents: Readable | undefined;
  try {
    contents = await open();
    const answer = await askClamd(address, framed(contents), milliseconds);
    if (/\bFOUND$/.test(answer)) return "infected";
    if (/: OK$/.test(answer)) return "clean";
    throw new Error(`clamd answered: ${answer.slice(0, 200)}`);
  } catch (error) {
    // Above its StreamMaxLength it hangs up, often before its answer can be read.
    const isAlive = await answersPing(address);
    log().warn({ err: error }, isAlive ? UNDECIDED : UNANSWERED);
    return isAlive ? "undecided" : "unanswered";
  } finally {
    contents?.destroy();
  }
}

const UNANSWERED = "The virus scanner doesn't answer. New files are held until it does.";
const UNDECIDED =
  "The virus scanner answers, but could not scan this file, so the file is held. Is StreamMaxLength of clamd at least FILES_LARGEST_MB?";

const answersPing = (address: string): Promise<boolean> =>
  askClamd(address, [Buffer.from("zPING\0")], PING_MS).then(
    (answer) => answer === "PONG",
    () => false,
  );

/** Sends a request of clamd's protocol, and returns the answer. */
async function askClamd(
  address: string,
  request: Iterable<Buffer> | AsyncIterable<Buffer>,
  milliseconds: number,
): Promise<string> {
  const socket = socketTo(address);
  const late = setTimeout(() => socket.destroy(new Error("clamd did not answer in time.")), milliseconds);
  try {
    const answer = readAnswer(socket);
    const sent = pipeline(Readable.from(request), socket, { end: false });
    // It may answer before everything is sent, for example that a file is too large for it.
    await Promise.race([answer, sent.then(() => answer)]);
    sent.catch(() => {});
    return await answer;
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

function socketTo(address: string): Socket {
  if (address.startsWith("/")) return connect(address);
  const [host = "", port] = address.split(":");
  return connect(Number(port), host);
}

/** clamd's INSTREAM: the file in pieces with their lengths, and a piece of length zero at its end. */
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
