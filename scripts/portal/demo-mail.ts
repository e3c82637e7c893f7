import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import getPort from "get-port";
import { z } from "zod";
import { checkout } from "../postgres/places";
import type { Settings } from "../process/start-process";

const ofDemo = path.join(checkout, ".data/mail");
const senderFile = (folder: string) => path.join(folder, "sender.json");

const DOMAINS = ["northwind.example", "globex.example", "bluewater.example", "portcullis.example"];
const PREFERRED_PORT = 2525;

const sender = z.object({ port: z.int(), domain: z.string(), selector: z.string(), privateKey: z.string() });
export type DemoSender = z.infer<typeof sender>;

/**
 * Lets a portal with the sample data receive email: a port, and DNS answers in which the companies of the sample data sign their mail,
 * with a key that `npm run mail` finds in the folder.
 */
export async function demoMail(folder = ofDemo): Promise<Settings> {
  mkdirSync(folder, { recursive: true });
  const port = await getPort({ port: PREFERRED_PORT, host: "127.0.0.1" });
  const domain = "in.portcullis.example";
  const dnsFile = path.join(folder, "dns.json");
  const { privateKey, publicKey } = keys();
  const record = `v=DKIM1; k=rsa; p=${publicKey}`;
  const zone = DOMAINS.flatMap((name) => [
    [`TXT demo._domainkey.${name}`, [[record]]],
    [`TXT _dmarc.${name}`, [["v=DMARC1; p=reject"]]],
  ]);
  writeFileSync(dnsFile, JSON.stringify(Object.fromEntries(zone)));
  const known: DemoSender = { port, domain, selector: "demo", privateKey };
  writeFileSync(senderFile(folder), JSON.stringify(known), { mode: 0o600 });
  return { MAIL_IN_DOMAIN: domain, MAIL_IN_PORT: String(port), MAIL_IN_DNS_FILE: dnsFile };
}

/** What signs and sends mail to the portal that was started with this folder; null if none was. */
export const demoSender = (folder = ofDemo): DemoSender | null =>
  existsSync(senderFile(folder)) ? sender.parse(JSON.parse(readFileSync(senderFile(folder), "utf8"))) : null;

function keys(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
}
