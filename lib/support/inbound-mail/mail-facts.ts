/** How sure it is that a mail comes from the address in its From: see docs/decisions/0078. */
export const mailIdentities = ["verified", "weak", "unproven"] as const;
export type MailIdentity = (typeof mailIdentities)[number];

export interface Mailbox {
  readonly name: string;
  /** Lower case. */
  readonly address: string;
}

/** The name and size of a file in a mail. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** A picture that the text shows. */
  readonly inline: boolean;
}

export interface MailFileContents extends MailFile {
  readonly contents: Uint8Array;
}

/** What the checks of its sender found, as results of RFC 8601: "pass", "fail", "none" and so on. */
export interface SenderChecks {
  readonly spf: string;
  readonly dkim: string;
  readonly dmarc: string;
  /** The domain of a signature that covers the whole mail and belongs to the sender's domain. */
  readonly signedBy: string | null;
  /** A signature belongs to the sender's domain and covers only a part of the mail. */
  readonly partly: boolean;
  /** That signature also covers to whom it was written. */
  readonly addressed: boolean;
  /** What all copies of the signed mail have in common; null if it isn't signed by its sender's domain. */
  readonly signedKey: string | null;
  /** DNS didn't answer, so it may be proven later. */
  readonly unanswered: boolean;
  /** Why the sender can't be told at all. */
  readonly ambiguous: boolean;
}

/** What a delivery report says. */
export interface DeliveryReport {
  /** failed, delayed, delivered, relayed or expanded */
  readonly action: string;
  readonly status: string | null;
}

/** What the portal reads from a mail, in a thread of its own. */
export interface MailFacts {
  /** The mailboxes of every From header. */
  readonly from: readonly Mailbox[];
  readonly fromHeaders: number;
  /** To and Cc. */
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /** With its angle brackets; null if there is none. */
  readonly messageId: string | null;
  /** Message-IDs, in the order in which they are tried. */
  readonly answers: readonly string[];
  /** Values of the headers that show automatic mail, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly received: number;
  readonly text: string;
  readonly files: readonly MailFile[];
  readonly report: DeliveryReport | null;
  /** The method of a calendar part, such as "request" or "reply". */
  readonly calendar: string | null;
  readonly checks: SenderChecks;
  readonly identity: MailIdentity;
}

/** What the thread gets besides the mail. */
export interface MailEnvelope {
  readonly from: string;
  readonly clientIp: string | null;
  readonly helo: string | null;
  /** The trusted Authentication-Results of an entrance that never saw the client. */
  readonly trustedResults: string | null;
}

/** DNS answers by "TYPE name", null for none in time: for the demo and tests. */
export type DnsZone = Readonly<Record<string, readonly (string | readonly string[])[] | null>>;

/** A mail as staff see it. */
export interface ShownMail {
  readonly text: string;
  /** The original, with the pictures it carries in place and nothing that runs or loads; null if it has none. */
  readonly html: string | null;
  /** Pictures that it would load from elsewhere. */
  readonly remoteImages: number;
  readonly files: readonly MailFile[];
}
