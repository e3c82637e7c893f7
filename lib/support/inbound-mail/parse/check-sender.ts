import { type AuthenticateResult, authenticate, type DKIMResult } from "mailauth";
import type { MailEnvelope, SenderChecks } from "../mail-facts";
import type { Lookup } from "./dns";
import { coveredBy, fieldsOf, signedKey } from "./signed-key";

interface Received {
  readonly envelope: MailEnvelope;
  readonly lookup: Lookup;
  /** The address in From as the portal reads it; null if there is not exactly one. */
  readonly from: string | null;
}

/**
 * SPF, DKIM and DMARC of a mail whose client is known, if the checks are about the sender that the portal reads: two
 * programs can find different ones in a mail that was built for it. A signature counts if it belongs to the sender's domain and
 * covers the whole body, the subject and the date: one with a length (`l=`) lets anybody append to a signed mail, and one without the
 * others lets anybody make a new one of it.
 */
export async function checkSender(raw: Uint8Array, { envelope, lookup, from }: Received): Promise<SenderChecks> {
  const { spf, dkim, dmarc } = await authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
    resolver: lookup,
    sender: envelope.from,
    ...(envelope.clientIp === null ? {} : { ip: envelope.clientIp }),
    ...(envelope.helo === null ? {} : { helo: envelope.helo }),
    mta: "portcullis",
    minBitLength: 1024,
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
  });
  const [checked = null, second] = dkim.headerFrom;
  const isSame = from !== null && second === undefined && checked?.toLowerCase() === from;
  const aligned = dkim.results.filter(({ status }) => status.result === "pass" && status.aligned);
  const fields = fieldsOf(raw);
  const whole = aligned
    .filter(({ canonBodyLengthLimited }) => !canonBodyLengthLimited)
    .map((one) => ({ ...coveredBy(signedFields(one), fields), domain: one.signingDomain }))
    .filter((one) => one.whole);
  const signer = whole.find(({ addressed }) => addressed) ?? whole[0];
  return {
    spf: spfResult(spf, dmarc),
    dkim: bestOf(dkim.results),
    dmarc: dmarc === false ? "none" : dmarc.status.result,
    signedBy: signer?.domain ?? null,
    partly: signer === undefined && aligned.length > 0,
    addressed: signer?.addressed ?? false,
    signedKey: signer && from !== null ? signedKey(raw, from, fields) : null,
    unanswered: [spf, dmarc, ...dkim.results].some((one) => one !== false && one.status.result === "temperror"),
    // Two From headers or addresses: DMARC is then false, while a signature may be aligned with the other one.
    ambiguous: dmarc === false || dkim.fromFields !== 1 || !isSame,
  };
}

/** The fields under a signature that the mail has. */
const signedFields = ({ signingHeaders }: DKIMResult): string[] =>
  (signingHeaders?.keys ?? "").split(":").map((name) => name.trim().toLowerCase());

/** "aligned" is a pass for the domain in From; without a DMARC record, for exactly that domain. */
function spfResult(spf: AuthenticateResult["spf"], dmarc: AuthenticateResult["dmarc"]): string {
  if (spf === false) return "none";
  if (spf.status.result !== "pass" || dmarc === false) return spf.status.result;
  const from = (dmarc.status as { header?: { from?: string } }).header?.from;
  const belongs = dmarc.status.result === "none" ? spf.domain === from : Boolean(dmarc.alignment?.spf?.result);
  return belongs ? "aligned" : "pass";
}

const bestOf = (results: readonly DKIMResult[]): string =>
  results.find(({ status }) => status.result === "pass")?.status.result ?? results[0]?.status.result ?? "none";
