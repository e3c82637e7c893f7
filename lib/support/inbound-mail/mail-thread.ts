import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import { env } from "@/lib/platform/config/env";
import type { DnsZone, MailEnvelope, MailFacts, MailFileContents, ShownMail } from "./mail-facts";

/** A mail that can't be read. `reason` is a word that becomes a sentence. */
export class MalformedMail extends Error {
  override name = "MalformedMail";
  constructor(readonly reason: "empty" | "header" | "parts" | "late" | "broken") {
    super(`The mail can't be read: ${reason}`);
  }
}

const DEADLINE_MS = 20_000;
const MEMORY_MB = 256;

const kept = globalThis as { portcullisMailThread?: Piscina };

/**
 * Reads a mail in a thread with limited time and memory: whatever is in it, the process goes on. Throws MalformedMail.
 * There is one thread, and the rest wait. The bytes are moved there and can't be used afterwards.
 */
export async function readMailInThread(raw: Uint8Array, envelope: MailEnvelope): Promise<MailFacts> {
  return (await inThread({ raw, as: "facts", envelope, zone: zoneOfSettings() })) as MailFacts;
}

/** The same for a mail that is only shown. */
export async function showMailInThread(raw: Uint8Array): Promise<ShownMail> {
  return (await inThread({ raw, as: "shown", envelope: null, zone: null })) as ShownMail;
}

/** Its files. */
export async function filesInThread(raw: Uint8Array): Promise<MailFileContents[]> {
  return (await inThread({ raw, as: "files", envelope: null, zone: null })) as MailFileContents[];
}

export async function closeMailThread(): Promise<void> {
  const threads = kept.portcullisMailThread;
  delete kept.portcullisMailThread;
  await threads?.destroy();
}

interface Task {
  readonly raw: Uint8Array;
  readonly as: "facts" | "shown" | "files";
  readonly envelope: MailEnvelope | null;
  readonly zone: DnsZone | null;
}

async function inThread(task: Task) {
  // Moved, not copied: copying a large mail would block the process. A small one shares its memory with others.
  const raw = task.raw.buffer.byteLength === task.raw.byteLength ? task.raw : Uint8Array.from(task.raw);
  const transferList = [raw.buffer as ArrayBuffer];
  try {
    return await threads().run({ ...task, raw }, { transferList, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch (error) {
    const { name = "", message = "" } = error instanceof Error ? error : {};
    if (name === "AbortError") throw new MalformedMail("late");
    const known = (["empty", "header", "parts"] as const).find((reason) => message === `shape: ${reason}`);
    throw new MalformedMail(known ?? "broken");
  }
}

function threads(): Piscina {
  kept.portcullisMailThread ??= start(threadProgram());
  return kept.portcullisMailThread;
}

function start(program: string): Piscina {
  const root = process.cwd();
  const started = new Piscina({
    filename: pathToFileURL(path.join(/* turbopackIgnore: true */ root, program)).href,
    execArgv: program.endsWith(".ts")
      ? ["--import", pathToFileURL(path.join(/* turbopackIgnore: true */ root, "scripts/register.mjs")).href]
      : [],
    env: { NODE_ENV: "production" },
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Errors of the thread reach its caller; one at its start must not end the process.
  started.on("error", () => {});
  return started;
}

/** A compiled program has that of its threads beside it; the portal's server is another one. */
function threadProgram(program = process.argv[1] ?? ""): string {
  return /[\\/]\.next[\\/]programs[\\/]/.test(program)
    ? path.join(path.dirname(path.relative(process.cwd(), program)), "mail-thread.mjs")
    : "lib/support/inbound-mail/parse/main.ts";
}

function zoneOfSettings(): DnsZone | null {
  const { MAIL_IN_DNS_FILE } = env();
  return MAIL_IN_DNS_FILE === undefined ? null : (JSON.parse(readFileSync(MAIL_IN_DNS_FILE, "utf8")) as DnsZone);
}
