import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dkimSign } from "mailauth";
import { createTransport } from "nodemailer";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { closeMailThread } from "@/lib/support/inbound-mail/mail-thread";
import { type SmtpEntrance, startSmtpEntrance } from "@/lib/support/inbound-mail/smtp-entrance";

export const IN_DOMAIN = "in.portcullis.example";

/** Domains of the corpus: what their DNS says, and the key their servers sign with. */
export interface MailWorld {
  readonly entrance: SmtpEntrance;
  /** The mail with a signature of that domain in front. */
  sign(domain: string, raw: string | Buffer, options?: SignOptions): Promise<string>;
  /** Delivers it by SMTP. Resolves with the server's answer; rejects if it is refused. */
  deliver(mail: { raw: string | Buffer; from: string; to: string | readonly string[] }): Promise<string>;
  close(): Promise<void>;
}

interface SignOptions {
  readonly maxBodyLength?: number;
  readonly algorithm?: string;
  readonly weakKey?: boolean;
  /** The fields it covers, with a colon between them. */
  readonly headerList?: string;
}

const SELECTOR = "mail";

const key = (bits: number) => generateKeyPairSync("rsa", { modulusLength: bits });

/** A world of its own: keys, a file of DNS answers, and an SMTP entrance on a free port of this machine. */
export async function mailWorld(settings: Readonly<Record<string, string>> = {}): Promise<MailWorld> {
  const strong = key(2048);
  const weak = key(512);
  const folder = mkdtempSync(path.join(tmpdir(), "mail-world-"));
  const record = ({ publicKey }: typeof strong) =>
    `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
  const zone: Record<string, unknown> = {};
  const domain = (name: string, { dmarc, spf }: { dmarc?: string; spf?: string }) => {
    zone[`TXT ${SELECTOR}._domainkey.${name}`] = [[record(strong)]];
    zone[`TXT weak._domainkey.${name}`] = [[record(weak)]];
    if (dmarc) zone[`TXT _dmarc.${name}`] = [[`v=DMARC1; p=${dmarc}`]];
    if (spf) zone[`TXT ${name}`] = [[`v=spf1 ${spf} -all`]];
  };
  // Signs, and publishes what to do with mail that isn't signed.
  domain("northwind.example", { dmarc: "reject" });
  domain("portcullis.example", { dmarc: "reject" });
  domain("globex.example", { dmarc: "reject" });
  domain("mail.northwind.example", {});
  // Lets only this machine send, which is where the tests are; doesn't sign.
  domain("spf.example", { dmarc: "none", spf: "ip4:127.0.0.1" });
  domain("elsewhere.example", { dmarc: "none", spf: "ip4:203.0.113.7" });
  // Signs, and publishes no policy.
  domain("quiet.example", {});
  domain("attacker.example", { dmarc: "reject", spf: "ip4:127.0.0.1" });
  domain("strict.example", { dmarc: "reject; adkim=s; aspf=s" });
  domain("mail.strict.example", {});
  // Its DNS doesn't answer.
  zone[`TXT ${SELECTOR}._domainkey.silent.example`] = null;
  zone["TXT _dmarc.silent.example"] = null;
  const file = path.join(folder, "dns.json");
  writeFileSync(file, JSON.stringify(zone));
  const before = { ...process.env };
  Object.assign(process.env, {
    MAIL_IN_DOMAIN: IN_DOMAIN,
    MAIL_IN_ADDRESSES: "help@portcullis.example=support",
    MAIL_IN_DNS_FILE: file,
    MAIL_IN_MEGABYTES: "5",
    ...settings,
  });
  forgetEnvironment();
  const entrance = await startSmtpEntrance(0);
  return {
    entrance,
    async sign(signer, raw, { maxBodyLength, algorithm, weakKey, headerList } = {}) {
      const privateKey = (weakKey ? weak : strong).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
      const signature = { signingDomain: signer, selector: weakKey ? "weak" : SELECTOR, privateKey };
      const { signatures } = await dkimSign(raw, {
        canonicalization: "relaxed/relaxed",
        algorithm: algorithm ?? "rsa-sha256",
        signTime: new Date(),
        ...(headerList && { headerList }),
        ...signature,
        signatureData: [{ ...signature, ...(maxBodyLength === undefined ? {} : { maxBodyLength }) }],
      });
      return signatures + (typeof raw === "string" ? raw : raw.toString("latin1"));
    },
    async deliver({ raw, from, to }) {
      const transport = createTransport({
        host: "127.0.0.1",
        port: entrance.port,
        secure: false,
        ignoreTLS: true,
        name: "client.example",
      });
      try {
        const { response } = await transport.sendMail({ envelope: { from, to: [to].flat() as string[] }, raw });
        return response;
      } finally {
        transport.close();
      }
    },
    async close() {
      await entrance.close();
      await closeMailThread();
      rmSync(folder, { recursive: true });
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
      forgetEnvironment();
    },
  };
}
