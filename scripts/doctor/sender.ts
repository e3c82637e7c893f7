import { Resolver } from "node:dns/promises";
import { about, type Finding } from "./finding";

const usual = new Resolver({ timeout: 3_000, tries: 2 });

/** Where to look up text records. */
export type Lookup = Pick<Resolver, "resolveTxt">;

/** SPF, DKIM and DMARC of the sender's domain: without them, mail lands in spam folders. */
export async function senderFindings(from: string, dkimSelector?: string, lookup: Lookup = usual): Promise<Finding[]> {
  const domain = /@([^>\s]+)/.exec(from)?.[1];
  if (domain === undefined)
    return [
      about("MAIL_FROM").problem(`${from} holds no address.`, "Set it like Example Hosting <portal@example.com>."),
    ];
  const record = (check: string, name: string, wanted: RegExp, fix: string) =>
    recordFinding(lookup, { check, name, wanted, fix });
  return Promise.all([
    record(
      "SPF",
      domain,
      /^v=spf1\b/i,
      `Add a TXT record to ${domain} that names your mail server, like v=spf1 mx -all.`,
    ),
    dkimSelector === undefined
      ? about("DKIM").unchecked(
          "The selector of your key isn't known here.",
          "Run npm run doctor -- --dkim SELECTOR; your mail server's settings name it.",
        )
      : record(
          "DKIM",
          `${dkimSelector}._domainkey.${domain}`,
          /\bp=[^;\s]+/i,
          "Let your mail server sign, and publish its public key under this name.",
        ),
    record(
      "DMARC",
      `_dmarc.${domain}`,
      /^v=DMARC1\b/i,
      `Add a TXT record to _dmarc.${domain}, like v=DMARC1; p=quarantine.`,
    ),
  ]);
}

interface WantedRecord {
  readonly check: string;
  readonly name: string;
  readonly wanted: RegExp;
  readonly fix: string;
}

/** DNS answers that mean "there is none"; any other failure means that it couldn't be asked. */
const none = new Set(["ENOTFOUND", "ENODATA"]);

async function recordFinding(lookup: Lookup, { check, name, wanted, fix }: WantedRecord): Promise<Finding> {
  const { ok, problem, unchecked } = about(check);
  try {
    const records = (await lookup.resolveTxt(name)).map((parts) => parts.join(""));
    const found = records.find((record) => wanted.test(record));
    return found ? ok(`${name} has a record.`) : problem(`${name} has no ${check} record.`, fix);
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (none.has(code)) return problem(`${name} has no ${check} record.`, fix);
    return unchecked(`Couldn't look up ${name} (${code}).`, "Run it again on a machine with access to DNS.");
  }
}
