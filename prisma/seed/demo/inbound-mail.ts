import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { type Said, say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";
import { sealMail } from "@/lib/support/inbound-mail/sealed-mail";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

interface ReceivedMail {
  readonly from: string;
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly minutesAgo: number;
  readonly outcome: string;
  readonly why: (number: number) => Said;
  readonly identity?: "verified" | "weak" | "unproven";
  readonly checks?: Readonly<Record<string, string | boolean | null>>;
  /** The subject of the ticket it belongs to, or may belong to. */
  readonly ticket?: string;
  readonly alsoTo?: readonly string[];
  /** Its sender was asked which of their accounts it is about. */
  readonly asked?: true;
}

const proven = {
  spf: "pass",
  dkim: "pass",
  dmarc: "pass",
  signedBy: "northwind.example",
  partly: false,
  ambiguous: false,
};
const forged = { spf: "fail", dkim: "none", dmarc: "fail", signedBy: null, partly: false, ambiguous: false };
const account = "Northwind Robotics";

/** Email of the last days, one of each kind that staff meet. */
const mails: readonly ReceivedMail[] = [
  {
    from: "Tomás Herrera Villanueva <support@northwind.example>",
    subject: "Add two IPv6 addresses to build-01",
    text: "Please route two more IPv6 addresses from our /64 to build-01. The runners need addresses of their own.",
    minutesAgo: 8_800,
    outcome: "opened",
    alsoTo: ["lea.moreau@runner-ops.example"],
    ticket: "Add two IPv6 addresses to build-01",
    identity: "verified",
    checks: proven,
    why: (number) => say("It opened ticket #{number} of {account}.", { number, account }),
  },
  {
    from: "Tomás Herrera Villanueva <support@northwind.example>",
    to: "reply",
    subject: "Re: [#9] Disk on web-01 at 91 percent",
    text: "Perfect, the alert is gone.\n\nOn Tue, Sam Whitfield wrote:\n> Yes: we have extended the volume to 240 GB, no restart was needed.",
    minutesAgo: 30_000,
    outcome: "joined",
    ticket: "Disk on web-01 at 91 percent",
    identity: "verified",
    checks: proven,
    why: (number) => say("It was added to ticket #{number} of {account}.", { number, account }),
  },
  {
    from: "Marcus Okafor <marcus@okafor-home.example>",
    to: "reply",
    subject: "Re: Staging server still suspended",
    text: "Writing from my private address, as I'm on the train. The invoice was paid this morning, so please check again.",
    html: '<p>Writing from my <b>private address</b>, as I’m on the train.</p><p>The invoice was paid this morning, so please check again.</p><p><img src="https://pixel.okafor-home.example/open.gif" alt=""></p>',
    minutesAgo: 52,
    outcome: "waiting",
    ticket: "Staging server still suspended",
    identity: "verified",
    checks: { ...proven, signedBy: "okafor-home.example" },
    alsoTo: ["it-partner@kestrel-services.example"],
    why: (number) =>
      say("It answers ticket #{number}, but {address} isn't a contact of {account}.", {
        number,
        address: "marcus@okafor-home.example",
        account,
      }),
  },
  {
    from: "Ingrid Solheim <owner@northwind.example>",
    subject: "Urgent: change our bank details",
    text: "Please use the attached account for the refund from now on. I am in a meeting and can't take calls.",
    minutesAgo: 190,
    outcome: "waiting",
    identity: "unproven",
    checks: forged,
    why: () => say("It isn't proven that it comes from {address}.", { address: "owner@northwind.example" }),
  },
  {
    from: "Lena Brandt <lena.brandt@fjord-freight.example>",
    subject: "Question about colocation in Oslo",
    text: "We run four racks in Bergen and look for a second site. Do you offer colocation in Oslo, and what would half a rack cost?",
    to: "sales@in.portcullis.example",
    minutesAgo: 1_300,
    outcome: "waiting",
    identity: "weak",
    checks: { ...proven, dmarc: "none", signedBy: "fjord-freight.example" },
    why: () => say("{address} isn't a contact of any account.", { address: "lena.brandt@fjord-freight.example" }),
  },
  {
    from: "Jun Watanabe <custom@northwind.example>",
    subject: "Out of office: back on Monday",
    text: "I'm travelling and read no email until Monday.",
    minutesAgo: 2_000,
    to: "reply",
    outcome: "autoReply",
    identity: "verified",
    checks: proven,
    why: () => say("A program wrote it: an out-of-office note or another automatic reply."),
  },
  {
    from: "MAILER-DAEMON@mx.northwind.example",
    subject: "Undelivered Mail Returned to Sender",
    text: "The mailbox of this address doesn't exist.",
    minutesAgo: 2_900,
    to: "bounce",
    outcome: "bounce",
    identity: "unproven",
    checks: { ...forged, dmarc: "none" },
    why: () => say("The email to {address} couldn't be delivered.", { address: "warehouse@northwind.example" }),
  },
  {
    from: "Priya Raman <billing@northwind.example>",
    asked: true,
    subject: "Which services run on web-02?",
    text: "I need it for the cost report.",
    minutesAgo: 4_200,
    outcome: "waiting",
    identity: "verified",
    checks: proven,
    why: () =>
      say("{address} is a contact of several accounts, and it doesn't say which one.", {
        address: "billing@northwind.example",
      }),
  },
  {
    from: "News <news@kestrel-tools.example>",
    subject: "Ten ways to label a rack",
    text: "Our newsletter for operators.",
    minutesAgo: 5_600,
    outcome: "autoReply",
    identity: "verified",
    checks: { ...proven, signedBy: "kestrel-tools.example" },
    why: () => say("It came through a mailing list, so it wasn't written to us."),
  },
];

/** What the support desk received. Tickets that "came by mail" are those of the sample data with the same words. */
export async function seedInboundMail(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  for (const mail of mails) {
    const ticket = mail.ticket ? await ticketOf(db, northwind.id, mail.ticket) : null;
    await receive(db, mail, { now, ticket, accountId: northwind.id });
  }
}

const ticketOf = (db: OwnerDatabase, accountId: string, subject: string) =>
  db.ticket.findFirst({ where: { accountId, subject }, select: { id: true, number: true } });

interface About {
  readonly now: Date;
  readonly ticket: { readonly id: string; readonly number: number } | null;
  readonly accountId: string;
}

async function receive(db: OwnerDatabase, mail: ReceivedMail, { now, ticket, accountId }: About): Promise<void> {
  const id = crypto.randomUUID();
  const receivedAt = addMinutes(now, -mail.minutesAgo);
  const [, fromName = "", fromAddress = mail.from] = /^(.*) <(.*)>$/.exec(mail.from) ?? [];
  const to = addressOf(mail.to);
  const raw = Buffer.from(written(mail, to, id));
  const asked = mail.asked ? await db.person.findUniqueOrThrow({ where: { email: fromAddress } }) : null;
  const joined = ticket !== null && (mail.outcome === "joined" || mail.outcome === "opened");
  await db.inboundMail.create({
    data: {
      id,
      entrance: "smtp",
      envelopeFrom: mail.outcome === "bounce" ? "" : fromAddress,
      envelopeTo: to,
      clientIp: "198.51.100.64",
      helo: "mx.northwind.example",
      messageId: `<${id}@mail.example>`,
      contentHash: id,
      bytes: raw.length,
      ...sealMail(raw, id),
      keepUntil: addDays(receivedAt, 30),
      receivedAt,
      doneAt: receivedAt,
      state: "done",
      outcome: mail.outcome,
      ...stored(mail.why(ticket?.number ?? 0)),
      identity: mail.identity ?? null,
      checks: mail.checks ? { ...mail.checks } : undefined,
      fromAddress,
      fromName,
      subject: mail.subject,
      department: to.startsWith("sales") ? "sales" : "support",
      accountId: ticket ? accountId : null,
      ticketId: joined ? ticket.id : null,
      ticketNumber: ticket?.number ?? null,
      alsoTo: [...(mail.alsoTo ?? [])],
      askedId: asked?.id ?? null,
    },
  });
}

/** An address as replies have it; nothing answers to these. */
function addressOf(to = "support@in.portcullis.example"): string {
  if (to === "reply") return `support+${"k3wq7a2n".repeat(6)}k3wq@in.portcullis.example`;
  return to === "bounce" ? `bounce+${"m5xr2b7p".repeat(6)}m5xr@in.portcullis.example` : to;
}

function written({ from, subject, text, html }: ReceivedMail, to: string, id: string): string {
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@mail.example>`,
    "MIME-Version: 1.0",
  ];
  const plain = "Content-Type: text/plain; charset=utf-8";
  const lines = html
    ? [
        ...head,
        'Content-Type: multipart/alternative; boundary="part"',
        "",
        "--part",
        plain,
        "",
        text,
        "--part",
        "Content-Type: text/html; charset=utf-8",
        "",
        html,
        "--part--",
        "",
      ]
    : [...head, plain, "", text, ""];
  return lines.join("\n").replaceAll("\n", "\r\n");
}
