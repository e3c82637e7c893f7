import { monitorEventLoopDelay } from "node:perf_hooks";
import { closeMailThread, MalformedMail, readMailInThread } from "@/lib/support/inbound-mail/mail-thread";
import { runCommand } from "@/scripts/process/run-command";
import { Targets } from "./support/targets";

/** Required by the portal's settings; nothing here connects to a database. */
const settings = { PORTAL_MODE: "test", PORTAL_URL: "http://localhost:3000", DATABASE_URL: "postgresql://localhost/" };

const LONGEST_DELAY_MS = 100;
const LONGEST_MS = 25_000;

const envelope = { from: "a@b.example", clientIp: null, helo: null, trustedResults: null };
const head = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const plain = `${head}Content-Type: text/plain\r\n\r\n`;
const mixed = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`;

/** What parsers choke on. */
const worst: Readonly<Record<string, () => string>> = {
  "100,000 parts": () => mixed + "--b\r\n\r\nx\r\n".repeat(100_000),
  "499 parts of 50 kB": () => mixed + `--b\r\n\r\n${"x".repeat(50_000)}\r\n`.repeat(499),
  "300 levels": () =>
    head +
    Array.from({ length: 300 }, (_, n) => `Content-Type: multipart/mixed; boundary="n${n}"\r\n\r\n--n${n}\r\n`).join(
      "",
    ),
  "25 MB of base64": () =>
    `${mixed}--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${"A".repeat(76).concat("\r\n").repeat(320_000)}--b--`,
  "HTML with 100,000 levels": () => `${head}Content-Type: text/html\r\n\r\n${"<div>".repeat(100_000)}x`,
  "1 MB of attribution lines": () => plain + "On a, b <c@d.e> ".repeat(65_000),
  "1 MB of spaces": () => plain + " ".repeat(1_000_000),
  "a header of 2 MB": () => `X-Long: ${"x ".repeat(1_000_000)}\r\n${plain}x`,
  "40,000 addresses": () => `To: ${Array.from({ length: 8_000 }, (_, n) => `a${n}@b.example`).join(", ")}\r\n${plain}x`,
};

/** `npm run bench:inbound-mail`: how long the process is blocked while each is read in the thread. 1 if too long. */
await runCommand(async () => {
  Object.assign(process.env, settings);
  const targets = new Targets();
  await readMailInThread(Buffer.from(`${plain}warm`), envelope);
  for (const [name, write] of Object.entries(worst)) {
    const raw = Buffer.from(write());
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const began = performance.now();
    delay.enable();
    const outcome = await readMailInThread(raw, envelope).then(() => "read", reasonOf);
    delay.disable();
    targets.within(`${name}: ${outcome}`, LONGEST_MS, performance.now() - began);
    targets.within(`${name}: the process waits`, LONGEST_DELAY_MS, delay.max / 1e6);
  }
  await closeMailThread();
  process.exitCode = targets.print();
});

function reasonOf(error: unknown): string {
  if (error instanceof MalformedMail) return error.reason;
  throw error;
}
