import type { MailOutcome } from "@/lib/support/inbound-mail/outcome";
import type { MailWorld } from "./mail-world";
import { file, parts, type WrittenMail, writeMail } from "./write-mail";

/** What a mail of the corpus can refer to. */
export interface CorpusTicket {
  readonly number: number;
  /** Addresses that answers to mails about it go to, by whom the mail was sent to. */
  readonly addressFor: Readonly<Record<"support" | "owner" | "agent" | "agentNote", string>>;
  readonly messageIdFor: Readonly<Record<"support" | "owner" | "agent", string>>;
  readonly bounceFor: Readonly<Record<"support" | "owner", string>>;
}

export interface CorpusMail {
  readonly title: string;
  readonly raw: (world: MailWorld, ticket: CorpusTicket) => Promise<string | Buffer> | string | Buffer;
  readonly to?: (ticket: CorpusTicket) => string;
  readonly from?: string;
  readonly outcome: MailOutcome;
  readonly reason: string | RegExp;
  /** What the message of the ticket contains, and doesn't. */
  readonly says?: string;
  readonly leavesOut?: string;
  /** The names of the files that are attached to it. */
  readonly files?: readonly string[];
}

const SUPPORT = "support@northwind.example";

/** Signed by the domain of its author. */
const signed =
  (mail: WrittenMail | ((ticket: CorpusTicket) => WrittenMail), domain = "northwind.example", options = {}) =>
  (world: MailWorld, ticket: CorpusTicket) =>
    world.sign(domain, writeMail(typeof mail === "function" ? mail(ticket) : mail), options);

const unsigned =
  (mail: WrittenMail | ((ticket: CorpusTicket) => WrittenMail)) => (_: MailWorld, ticket: CorpusTicket) =>
    writeMail(typeof mail === "function" ? mail(ticket) : mail);

const reply = (ticket: CorpusTicket) => ticket.addressFor.support;

const OPENED = /^It opened ticket #\d+ of Northwind Robotics\.$/;
const JOINED = /^It was added to ticket #\d+ of Northwind Robotics\.$/;
const UNPROVEN = "It isn't proven that it comes from support@northwind.example.";
const AUTOMATIC = "A program wrote it: an out-of-office note or another automatic reply.";
const LIST = "It came through a mailing list, so it wasn't written to us.";
const SEVERAL = "It names several senders or none, so it isn't clear who wrote it.";

const opens = (title: string, mail: WrittenMail, says: string, more: Partial<CorpusMail> = {}): CorpusMail => ({
  title,
  raw: signed(mail),
  outcome: "opened",
  reason: OPENED,
  says,
  ...more,
});

const automatic = (title: string, mail: WrittenMail, more: Partial<CorpusMail> = {}): CorpusMail => ({
  title,
  raw: signed(mail),
  outcome: "autoReply",
  reason: AUTOMATIC,
  ...more,
});

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const utf16 = Buffer.from("Zwei Zeichen", "utf16le").toString("base64");

const encodings: readonly CorpusMail[] = [
  opens("plain UTF-8", { body: "Grüße, ¿qué tal? 你好" }, "Grüße, ¿qué tal? 你好"),
  opens(
    "quoted-printable in ISO-8859-1",
    {
      type: "text/plain; charset=iso-8859-1",
      headers: ["Content-Transfer-Encoding: quoted-printable"],
      body: "Gr=FC=DFe aus M=FCnchen",
    },
    "Grüße aus München",
  ),
  opens(
    "base64 in UTF-16",
    { type: "text/plain; charset=utf-16le", headers: ["Content-Transfer-Encoding: base64"], body: utf16 },
    "Zwei Zeichen",
  ),
  opens(
    "Shift_JIS",
    {
      type: "text/plain; charset=shift_jis",
      headers: ["Content-Transfer-Encoding: base64"],
      body: Buffer.from([0x93, 0xfa, 0x96, 0x7b]).toString("base64"),
    },
    "日本",
  ),
  opens("an encoded subject", { subject: "=?utf-8?B?U3TDtnJ1bmc=?=", body: "See subject." }, "See subject."),
  {
    title: "bytes that belong to no character set",
    raw: async (world) => {
      const text = writeMail({ type: "text/plain; charset=utf-8", body: "broken \u00ff\u00fe here" });
      return latin1(await world.sign("northwind.example", latin1(text)));
    },
    outcome: "opened",
    reason: OPENED,
    says: "broken",
  },
  opens(
    "HTML alone",
    { type: "text/html; charset=utf-8", body: "<p>Hello <b>team</b></p><script>alert(1)</script>" },
    "Hello team",
    { leavesOut: "alert" },
  ),
  opens(
    "text and HTML",
    parts("alternative", [
      "Content-Type: text/plain\n\nThe plain one.",
      "Content-Type: text/html\n\n<p>The other one.</p>",
    ]),
    "The plain one.",
    { leavesOut: "The other one." },
  ),
  opens("no text at all", { body: "" }, "(no text)"),
  opens("no subject", { subject: "", body: "Without a subject." }, "Without a subject."),
  opens("a NUL and other controls in the text", { body: "One\u0000two\u0007three" }, "twothree", {
    leavesOut: "\u0007",
  }),
  opens(
    "format=flowed",
    { type: "text/plain; charset=utf-8; format=flowed", body: "One line \nthat goes on." },
    "that goes on.",
  ),
  opens("a text longer than a message can be", { body: "Long line of text. ".repeat(3_000) }, "[The email is longer.]"),
  // A half of one is no text that the portal accepts: the mail would be refused as if its sender lacked a permission.
  opens(
    "an emoji where the text is cut",
    { type: "text/plain; charset=utf-8", body: `x${"😀".repeat(11_000)}` },
    "[The email is longer.]",
  ),
  opens(
    "an emoji where the subject is cut",
    { subject: `=?utf-8?B?${Buffer.from(`x${"😀".repeat(120)}`).toString("base64")}?=`, body: "A long subject." },
    "A long subject.",
  ),
];

const attachments: readonly CorpusMail[] = [
  opens(
    "an attachment, which is named",
    parts("mixed", ["Content-Type: text/plain\n\nThe log.", file("syslog.txt", "text/plain", "line")]),
    "The log.",
    { files: ["syslog.txt"] },
  ),
  opens(
    "an inline picture without Content-Disposition",
    parts("related", [
      'Content-Type: text/html\n\n<p>See <img src="cid:shot@1"></p>',
      "Content-Type: image/png\nContent-ID: <shot@1>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
    ]),
    "See",
    { files: [] },
  ),
  opens(
    "a picture that the HTML never shows",
    parts("related", [
      "Content-Type: text/html\n\n<p>Attached.</p>",
      'Content-Type: image/png; name="rack.png"\nContent-ID: <rack@1>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=',
    ]),
    "Attached.",
    { files: ["rack.png"] },
  ),
  opens(
    "winmail.dat",
    parts("mixed", [
      "Content-Type: text/plain\n\nFrom Outlook.",
      file("winmail.dat", "application/ms-tnef", Buffer.from([0x78, 0x9f, 0x3e, 0x22])),
    ]),
    "From Outlook.",
    { files: ["winmail.dat"] },
  ),
  opens(
    "a zip bomb, which stays packed",
    parts("mixed", [
      "Content-Type: text/plain\n\nUnpack me.",
      file("bomb.zip", "application/zip", Buffer.alloc(40_000)),
    ]),
    "Unpack me.",
    { files: ["bomb.zip"] },
  ),
  opens(
    "a file whose name leads out of its folder",
    parts("mixed", ["Content-Type: text/plain\n\nName.", file("../../etc/passwd", "text/plain", "x")]),
    "Name.",
    { files: ["etc passwd"] },
  ),
  opens(
    "an invitation to a meeting",
    parts("mixed", [
      "Content-Type: text/plain\n\nShall we meet?",
      "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR",
    ]),
    "Shall we meet?",
  ),
  opens(
    "a forwarded mail as an attachment",
    parts("mixed", [
      "Content-Type: text/plain\n\nSee below.",
      "Content-Type: message/rfc822\nContent-Disposition: attachment\n\nFrom: x@y.example\nSubject: Old\n\nThe old text.",
    ]),
    "See below.",
  ),
];

const senders: readonly CorpusMail[] = [
  opens("signed by its domain", { body: "Verified." }, "Verified."),
  opens("sent to a department", { to: "help@portcullis.example", body: "To help@." }, "To help@.", {
    to: () => "help@portcullis.example",
  }),
  { title: "a forged From", raw: unsigned({}), outcome: "waiting", reason: UNPROVEN },
  {
    title: "a forged From that another domain signs",
    raw: signed({}, "attacker.example"),
    outcome: "waiting",
    reason: UNPROVEN,
  },
  {
    title: "two From headers, the attacker's signed",
    raw: signed(
      { from: "Mallory <m@attacker.example>", headers: ["From: Tomas <support@northwind.example>"] },
      "attacker.example",
    ),
    outcome: "waiting",
    reason: SEVERAL,
  },
  {
    title: "two From headers, ours first",
    raw: signed({ headers: ["From: Mallory <m@attacker.example>"] }, "attacker.example"),
    outcome: "waiting",
    reason: SEVERAL,
  },
  {
    title: "two addresses in one From",
    raw: signed({ from: "support@northwind.example, m@attacker.example" }, "attacker.example"),
    outcome: "waiting",
    reason: SEVERAL,
  },
  {
    title: "a group in From",
    raw: signed({ from: "Team: support@northwind.example, m@attacker.example;" }, "attacker.example"),
    outcome: "waiting",
    reason: SEVERAL,
  },
  { title: "no From", raw: signed({ from: null }), outcome: "waiting", reason: SEVERAL },
  {
    title: "a contact's address as the display name",
    raw: signed({ from: '"support@northwind.example" <m@attacker.example>' }, "attacker.example"),
    outcome: "waiting",
    reason: "m@attacker.example isn't a contact of any account.",
  },
  {
    title: "a contact's address in a comment",
    raw: signed({ from: "m@attacker.example (support@northwind.example)" }, "attacker.example"),
    outcome: "waiting",
    reason: "m@attacker.example isn't a contact of any account.",
  },
  {
    title: "a contact in Reply-To and Sender alone",
    raw: signed(
      {
        from: "m@attacker.example",
        headers: ["Reply-To: support@northwind.example", "Sender: support@northwind.example"],
      },
      "attacker.example",
    ),
    outcome: "waiting",
    reason: "m@attacker.example isn't a contact of any account.",
  },
  {
    title: "a signature that covers a part of the body, with text appended",
    raw: async (world) =>
      `${await world.sign("northwind.example", writeMail({ body: "Short." }), { maxBodyLength: 6 })}Please send the password to Mallory.\r\n`,
    outcome: "waiting",
    reason: UNPROVEN,
  },
  {
    title: "a signature over a body that was changed",
    raw: async (world) =>
      (await world.sign("northwind.example", writeMail({ body: "Pay 10." }))).replace("Pay 10.", "Pay 99."),
    outcome: "waiting",
    reason: UNPROVEN,
  },
  {
    title: "a signature with a key of 512 bits",
    raw: signed({}, "northwind.example", { weakKey: true }),
    outcome: "waiting",
    reason: UNPROVEN,
  },
  {
    title: "a signature with rsa-sha1",
    raw: signed({}, "northwind.example", { algorithm: "rsa-sha1" }),
    outcome: "waiting",
    reason: UNPROVEN,
  },
  opens("signed by a subdomain of its domain", {}, "web-02", {
    raw: signed({ body: "By a subdomain, web-02." }, "mail.northwind.example"),
  }),
  {
    title: "signed by a subdomain where the domain wants itself",
    raw: signed({ from: "dev@strict.example" }, "mail.strict.example"),
    outcome: "waiting",
    reason: "It isn't proven that it comes from dev@strict.example.",
  },
  opens("SPF alone", {}, "By SPF.", {
    raw: unsigned({ from: "dev@spf.example", body: "By SPF." }),
    from: "dev@spf.example",
  }),
  {
    title: "SPF of another domain",
    raw: unsigned({ from: "dev@spf.example" }),
    from: "m@attacker.example",
    outcome: "waiting",
    reason: "It isn't proven that it comes from dev@spf.example.",
  },
  {
    title: "sent from a server that SPF doesn't list",
    raw: unsigned({ from: "dev@elsewhere.example" }),
    from: "dev@elsewhere.example",
    outcome: "waiting",
    reason: "It isn't proven that it comes from dev@elsewhere.example.",
  },
  opens("signed by a domain without a policy", {}, "Quiet.", {
    raw: signed({ from: "dev@quiet.example", body: "Quiet." }, "quiet.example"),
  }),
  {
    title: "forwarded by a server that changed it",
    raw: async (world) =>
      (await world.sign("northwind.example", writeMail({}))).replace(
        "Subject: A question",
        "Subject: [ext] A question",
      ),
    from: "srs0=x@attacker.example",
    outcome: "waiting",
    reason: UNPROVEN,
  },
  opens("forwarded by a server that left it as it was", { body: "Forwarded whole." }, "Forwarded whole.", {
    from: "srs0=x@attacker.example",
  }),
  {
    title: "a contact with billing alone",
    raw: signed({ from: "bills@northwind.example" }),
    outcome: "refused",
    reason: "bills@northwind.example may not open tickets of Northwind Robotics in this department.",
  },
  {
    title: "a contact with billing alone, to the billing department",
    raw: signed({ from: "bills@northwind.example" }),
    to: () => "billing@in.portcullis.example",
    outcome: "refused",
    reason: "bills@northwind.example may not open tickets of Northwind Robotics in this department.",
  },
  {
    title: "a contact without a login",
    raw: signed({ from: "mailbox@northwind.example" }),
    outcome: "waiting",
    reason: "mailbox@northwind.example has no login, so nothing can be done in their name.",
  },
  {
    title: "a contact of two accounts, who may open tickets on both",
    raw: signed({ from: "two@northwind.example" }),
    outcome: "waiting",
    reason: "two@northwind.example is a contact of several accounts, and was asked which one it is about.",
  },
  {
    title: "our own team, without a ticket",
    raw: signed({ from: "staff-support@portcullis.example" }, "portcullis.example"),
    outcome: "waiting",
    reason: "It comes from our own team and answers no ticket.",
  },
];

const replies: readonly CorpusMail[] = [
  {
    title: "a reply to its address",
    raw: signed({ body: "Still broken." }),
    to: reply,
    outcome: "joined",
    reason: JOINED,
    says: "Still broken.",
  },
  {
    title: "a reply to its address in capitals",
    raw: signed({ body: "CAPS." }),
    to: (t) => reply(t).toUpperCase(),
    outcome: "joined",
    reason: JOINED,
    says: "CAPS.",
  },
  {
    title: "a reply to a colleague's address",
    raw: signed({ body: "I answer for Ingrid." }),
    to: (t) => t.addressFor.owner,
    outcome: "joined",
    reason: JOINED,
    says: "I answer",
  },
  {
    title: "a reply that keeps what it quotes",
    raw: signed({ body: "New.\n\nOn Monday Sam wrote:\n> Old." }),
    to: reply,
    outcome: "joined",
    reason: JOINED,
    says: "> Old.",
  },
  {
    title: "a reply known by In-Reply-To",
    raw: signed((t) => ({ body: "By In-Reply-To.", headers: [`In-Reply-To: ${t.messageIdFor.support}`] })),
    outcome: "joined",
    reason: JOINED,
    says: "By In-Reply-To.",
  },
  {
    title: "a reply known by the last of its References",
    raw: signed((t) => ({
      body: "By References.",
      headers: ["In-Reply-To: <other@client.example>", `References: <a@b.example>\n ${t.messageIdFor.support}`],
    })),
    outcome: "joined",
    reason: JOINED,
    says: "By References.",
  },
  opens(
    "a ticket's number in the subject alone",
    { subject: "Re: [#1] Something", body: "A number is no proof." },
    "A number is no proof.",
  ),
  {
    title: "a forged reply to a known address",
    raw: unsigned({}),
    to: reply,
    outcome: "waiting",
    reason: UNPROVEN,
  },
  {
    title: "a stranger who knows the address",
    raw: signed({ from: "m@attacker.example" }, "attacker.example"),
    to: reply,
    outcome: "waiting",
    reason: /^It answers ticket #\d+, but m@attacker\.example isn't a contact of Northwind Robotics\.$/,
  },
  {
    title: "a contact of another account who knows the address",
    raw: signed({ from: "owner@globex.example" }, "globex.example"),
    to: reply,
    outcome: "waiting",
    reason: /^It answers ticket #\d+, but owner@globex\.example isn't a contact of Northwind Robotics\.$/,
  },
  {
    title: "a stranger with a Message-ID of the thread",
    raw: signed(
      (t) => ({ from: "m@attacker.example", headers: [`In-Reply-To: ${t.messageIdFor.support}`] }),
      "attacker.example",
    ),
    outcome: "waiting",
    reason: /isn't a contact of Northwind Robotics/,
  },
  {
    title: "a contact with billing alone who knows the address",
    raw: signed({ from: "bills@northwind.example" }),
    to: reply,
    outcome: "refused",
    reason: /^bills@northwind\.example may not reply to ticket #\d+\.$/,
  },
  {
    title: "staff, verified",
    raw: signed({ from: "staff-support@portcullis.example", body: "We fixed it." }, "portcullis.example"),
    to: (t) => t.addressFor.agent,
    outcome: "joined",
    reason: JOINED,
    says: "We fixed it.",
  },
  {
    title: "somebody who claims to be staff",
    raw: unsigned({ from: "staff-support@portcullis.example" }),
    to: (t) => t.addressFor.agent,
    outcome: "waiting",
    reason: "It claims to come from our team (staff-support@portcullis.example), which isn't proven.",
  },
  {
    title: "staff who answer a note",
    raw: signed({ from: "staff-support@portcullis.example", body: "Among us." }, "portcullis.example"),
    to: (t) => t.addressFor.agentNote,
    outcome: "joined",
    reason: /^It was added to ticket #\d+ of Northwind Robotics as an internal note\.$/,
    says: "Among us.",
  },
  {
    title: "a customer who answers a note",
    raw: signed({}),
    to: (t) => t.addressFor.agentNote,
    outcome: "waiting",
    reason: /^It answers an internal note on ticket #\d+, which only verified staff can do\.$/,
  },
];

const programs: readonly CorpusMail[] = [
  automatic("Auto-Submitted: auto-replied", { headers: ["Auto-Submitted: auto-replied"] }, { to: reply }),
  automatic("Auto-Submitted: auto-generated", { headers: ["Auto-Submitted: auto-generated"] }),
  opens("Auto-Submitted: no", { headers: ["Auto-Submitted: no"], body: "By hand." }, "By hand."),
  automatic("an English out-of-office note", { subject: "Out of office: back on Monday" }),
  automatic("a German one", { subject: "Automatische Antwort: Abwesend" }),
  automatic("a French one", { subject: "=?utf-8?Q?R=C3=A9ponse_automatique_:_absente?=" }),
  automatic("a Spanish one", { subject: "Respuesta automática: fuera" }),
  automatic("an Italian one", { subject: "Risposta automatica: ferie" }),
  automatic("a Dutch one", { subject: "Automatisch antwoord: afwezig" }),
  automatic("Precedence: auto_reply", { headers: ["Precedence: auto_reply"] }),
  automatic(
    "an answer to a meeting",
    parts("mixed", [
      "Content-Type: text/plain\n\nAccepted.",
      "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nEND:VCALENDAR",
    ]),
  ),
  automatic("a sender that takes no answers", { from: "no-reply@northwind.example" }),
  automatic("no envelope sender", {}, { from: "" }),
  automatic("a mailing list", { headers: ["List-Id: <users.lists.example>"] }, { reason: LIST }),
  automatic(
    "a newsletter",
    { headers: ["List-Unsubscribe: <https://news.example/u>", "Precedence: bulk"] },
    { reason: LIST },
  ),
  {
    title: "our own mail that came back",
    raw: signed((t) => ({ messageId: t.messageIdFor.support })),
    outcome: "loop",
    reason: "It is the portal's own email, or one that goes in a circle.",
  },
  {
    title: "the header of our own mail",
    raw: signed({ headers: ["X-Loop: localhost"] }),
    outcome: "loop",
    reason: "It is the portal's own email, or one that goes in a circle.",
  },
  {
    title: "a mail from one of our own addresses",
    raw: unsigned({ from: "support@in.portcullis.example" }),
    outcome: "loop",
    reason: "It is the portal's own email, or one that goes in a circle.",
  },
  {
    title: "thirty servers on the way",
    raw: signed({
      headers: Array.from({ length: 30 }, (_, hop) => `Received: from h${hop}.example by h${hop + 1}.example`),
    }),
    outcome: "loop",
    reason: "It is the portal's own email, or one that goes in a circle.",
  },
];

const report = (action: string, status: string): WrittenMail => ({
  from: "MAILER-DAEMON@mx.northwind.example",
  subject: "Undelivered Mail Returned to Sender",
  ...parts("report; report-type=delivery-status", [
    "Content-Type: text/plain\n\nI'm sorry.",
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.northwind.example\n\nFinal-Recipient: rfc822; owner@northwind.example\nAction: ${action}\nStatus: ${status}\n`,
  ]),
});

/** What a server in between says to have found out, which anybody can write. */
const ARC = [
  "ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=northwind.example; s=mail; b=AAAA",
  "ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=northwind.example; s=mail; h=from; bh=AAAA; b=AAAA",
  "ARC-Authentication-Results: i=1; mx.northwind.example; dkim=pass header.d=northwind.example; dmarc=pass header.from=northwind.example",
  "Authentication-Results: mx.northwind.example; dkim=pass header.d=northwind.example; dmarc=pass",
];

const bounces: readonly CorpusMail[] = [
  {
    title: "a bounce",
    raw: unsigned(report("failed", "5.1.1")),
    from: "",
    to: (t) => t.bounceFor.owner,
    outcome: "bounce",
    reason: "The email to owner@northwind.example couldn't be delivered.",
  },
  {
    title: "a delay",
    raw: unsigned(report("delayed", "4.4.1")),
    from: "",
    to: (t) => t.bounceFor.support,
    outcome: "bounce",
    reason: "The email to support@northwind.example is delayed. Its server still tries to deliver it.",
  },
  {
    title: "a bounce to a department",
    raw: unsigned(report("failed", "5.1.1")),
    from: "",
    outcome: "bounce",
    reason: "It returns an email that isn't one of ours.",
  },
];

const many = (count: number): string => Array.from({ length: count }, () => "--b\n\nx").join("\n");
const nested = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary="n${level}"\n\n--n${level}`,
  ).join("\n");

const broken: readonly CorpusMail[] = [
  {
    title: "a hundred thousand parts",
    raw: unsigned({ type: 'multipart/mixed; boundary="b"', body: many(100_000) }),
    outcome: "malformed",
    reason: "It has too many parts.",
  },
  {
    title: "three hundred levels",
    raw: () => writeMail({ body: "" }).replace(/Content-Type: .*\r\n/, `${nested(300).replace(/\n/g, "\r\n")}\r\n`),
    outcome: "malformed",
    reason: "It is built in a way that can't be read.",
  },
  {
    title: "a header of 300 kB",
    raw: unsigned({ headers: [`X-Long: ${"x ".repeat(300_000)}`] }),
    outcome: "malformed",
    reason: "Its header is too long.",
  },
  {
    title: "a hundred signatures",
    raw: unsigned({
      headers: Array.from(
        { length: 100 },
        () => "DKIM-Signature: v=1; a=rsa-sha256; d=x.example; s=s; b=x; bh=x; h=from",
      ),
    }),
    outcome: "malformed",
    reason: "Its header is too long.",
  },
  opens("HTML with twenty thousand levels", { type: "text/html", body: `${"<div>".repeat(20_000)}deep` }, "…"),
  opens("eighty thousand characters of attribution lines", { body: "On a, b <c@d.e> ".repeat(5_000) }, "On a, b"),
];

const chains: readonly CorpusMail[] = [
  { title: "an ARC chain that vouches for it", raw: unsigned({ headers: ARC }), outcome: "waiting", reason: UNPROVEN },
  {
    title: "an ARC chain and the signature of somebody else",
    raw: signed({ headers: ARC }, "attacker.example"),
    outcome: "waiting",
    reason: UNPROVEN,
  },
];

export const corpus: readonly CorpusMail[] = [
  ...chains,
  ...encodings,
  ...attachments,
  ...senders,
  ...replies,
  ...programs,
  ...bounces,
  ...broken,
];
export { SUPPORT };
