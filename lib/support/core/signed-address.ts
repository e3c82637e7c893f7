import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/config/env";
import { fromBase32, toBase32 } from "./base32";

/** What an address is for: an answer to a mail, or its bounce. */
export type AddressPurpose = "support" | "bounce";

/** The mail that an address belongs to. */
export interface AddressedMail {
  readonly id: string;
  readonly ticketId: string;
  readonly contactId: string | null;
  readonly personId: string | null;
}

/** What an address claims: a mail of ours, and a proof that `isSigned` checks against that mail. */
export interface ClaimedAddress {
  readonly purpose: AddressPurpose;
  readonly mailId: string;
  readonly proof: Buffer;
}

const ID_BYTES = 16;
const PROOF_BYTES = 16;
/** Raised to make every address given out so far worthless. */
const VERSION = 1;

/**
 * An address of one mail about a ticket, `support+<token>@<domain>`: lower case, as some servers fold it, and at most
 * 64 characters before the `@`. It says which ticket a mail belongs to and to whom it was sent, never who is writing:
 * everyone who receives a copy of the mail knows it.
 */
export function signedAddress(purpose: AddressPurpose, mail: AddressedMail): string {
  const id = Buffer.from(mail.id.replaceAll("-", ""), "hex");
  return `${purpose}+${toBase32(Buffer.concat([id, proofOf(purpose, mail)]))}@${env().MAIL_IN_DOMAIN}`;
}

/** Reads an address in any case; null for every other. */
export function readAddress(address: string): ClaimedAddress | null {
  const [, purpose, token = ""] = /^(support|bounce)\+([a-z2-7]{52})@[^@]+$/.exec(address.toLowerCase()) ?? [];
  const bytes = fromBase32(token);
  if (purpose === undefined || bytes.length !== ID_BYTES + PROOF_BYTES) return null;
  const hex = bytes.subarray(0, ID_BYTES).toString("hex");
  const mailId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { purpose: purpose as AddressPurpose, mailId, proof: bytes.subarray(ID_BYTES) };
}

/** Whether this portal made the address for that mail. */
export const isSigned = ({ purpose, proof }: ClaimedAddress, mail: AddressedMail): boolean =>
  timingSafeEqual(proof, proofOf(purpose, mail));

function proofOf(purpose: AddressPurpose, { id, ticketId, contactId, personId }: AddressedMail): Buffer {
  const key = Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis ticket addresses", 32));
  const text = [VERSION, purpose, id, ticketId, contactId ?? "", personId ?? ""].join(".");
  return createHmac("sha256", key).update(text).digest().subarray(0, PROOF_BYTES);
}
