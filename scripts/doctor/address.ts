import { once } from "node:events";
import { connect } from "node:tls";
import type { Environment } from "@/lib/platform/config/env";
import { about, type Finding } from "./finding";
import { isLocal } from "./settings";

const WAIT_MS = 10_000;
const FEWEST_DAYS = 14;

/** Whether customers reach the portal at PORTAL_URL, with a certificate that browsers accept. */
export async function addressFindings({ PORTAL_URL }: Environment): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(PORTAL_URL);
  const reached = await reachFinding(PORTAL_URL, isLocal(hostname));
  return protocol === "https:" ? [await certificateFinding(hostname, Number(port || 443)), reached] : [reached];
}

async function reachFinding(url: string, local: boolean): Promise<Finding> {
  const { ok, problem, unchecked } = about("address");
  const fix = "Check that npm start is running, and that the reverse proxy passes requests on to it.";
  try {
    const { status } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(WAIT_MS), redirect: "manual" });
    if (status === 200) return ok(`The portal answers at ${url}.`);
    if (status === 503)
      return problem(`The portal at ${url} isn't ready.`, "See the database's findings, and the portal's own output.");
    return problem(`Something else answers at ${url} (status ${status}).`, fix);
  } catch (error) {
    const reason = reasonOf(error);
    const sentence = `Nothing answers at ${url} (${reason}).`;
    return local || !/ENOTFOUND|EAI_AGAIN|ENETUNREACH/.test(reason)
      ? problem(sentence, fix)
      : unchecked(`Couldn't check ${url} from this machine (${reason}).`, "Run it again where the name resolves.");
  }
}

async function certificateFinding(host: string, port: number): Promise<Finding> {
  const { ok, problem, unchecked } = about("TLS");
  const socket = connect({ host, port, servername: host, timeout: WAIT_MS });
  socket.once("timeout", () => socket.destroy(new Error("no answer in time")));
  try {
    await once(socket, "secureConnect");
    const days = Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / 86_400_000);
    if (days >= FEWEST_DAYS) return ok(`The certificate is valid for another ${days} days.`);
    return problem(`The certificate expires in ${days} days.`, "Renew it, and check why that didn't happen by itself.");
  } catch (error) {
    const reason = reasonOf(error);
    if (!/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/i.test(reason)) {
      return unchecked(
        `Couldn't check the certificate of ${host} (${reason}).`,
        "Run it again when the address can be reached.",
      );
    }
    return problem(
      `Browsers reject the certificate of ${host} (${reason}).`,
      "Install one that is issued for this name, for example with Caddy or certbot.",
    );
  } finally {
    socket.destroy();
  }
}

function reasonOf(error: unknown): string {
  const { cause, code, message } = error as { cause?: unknown; code?: string; message?: string };
  const inner = cause as { code?: string; message?: string } | undefined;
  return inner?.code ?? code ?? inner?.message ?? message ?? "no reason given";
}
