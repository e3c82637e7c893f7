import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import type { FloodSeen, FloodWanted } from "./flood";

/** In a separate thread, so that the flood doesn't slow down the page readers in this process. */
const { url, cookie, csrfToken, perSecond, seconds } = workerData as FloodWanted;
const { hostname, port } = new URL(url);
const agent = new Agent({ keepAlive: true });
const statuses: Record<string, number> = {};
const slowest: Record<string, number> = {};
const total = perSecond * seconds;
let sent = 0;
let answered = 0;

const begun = performance.now();
const sending = setInterval(() => {
  const due = Math.min(total, Math.floor(((performance.now() - begun) / 1_000) * perSecond));
  while (sent < due) guess(sent++);
  if (sent === total) clearInterval(sending);
}, 20);

/** Each for another address, from another network. */
function guess(n: number): void {
  const fields = { csrfToken, json: "true", email: `p${n}@flood.example`, password: "guess-guess" };
  const body = new URLSearchParams(fields).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
    "x-forwarded-for": `11.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
    cookie,
  };
  const asked = performance.now();
  const path = "/api/auth/callback/credentials";
  const options = { agent, hostname, port, path, method: "POST", headers, timeout: 60_000 };
  const sending = request(options, (response) => {
    response.resume();
    response.on("end", () => note(String(response.statusCode), performance.now() - asked));
  });
  sending.on("timeout", () => sending.destroy(new Error("timeout")));
  sending.on("error", ({ message }) => {
    // The server closed a kept-alive connection just as it was about to be reused: nothing was sent on it.
    if (sending.reusedSocket && /ECONNRESET|socket hang up/.test(message)) guess(n);
    else note(`no response (${message})`, performance.now() - asked);
  });
  sending.end(body);
}

function note(status: string, took: number): void {
  statuses[status] = (statuses[status] ?? 0) + 1;
  slowest[status] = Math.max(slowest[status] ?? 0, took);
  answered++;
  if (answered < total) return;
  agent.destroy();
  parentPort?.postMessage({ statuses, slowest } satisfies FloodSeen);
}
