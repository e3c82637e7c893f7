import path from "node:path";
import { z } from "zod";
import { parseKeys } from "./parse-keys";
import { databaseUrl, days, departments, logLevel, port, wholeNumber } from "./setting-types";

const pooler = z.enum(["transaction"], { error: "must be transaction, or empty without a pooler" }).optional();
const formKey = "must be 32 random bytes in base64";
const keysFormat = "must be numbered keys of 32 random bytes in base64, like 2:…,1:…, each number once";

/** Schedule of renewals and dunning, in days. */
const billingSettings = z.object({
  /** How many days before a period starts its invoice is issued. */
  BILLING_LEAD_DAYS: wholeNumber(0, 60).default(0),
  /** Days from issue until an invoice is due, unless its period starts later. */
  BILLING_TERM_DAYS: wholeNumber(0, 90).default(14),
  /** Days relative to the due date on which reminders are sent; negative is before. */
  BILLING_REMINDER_DAYS: days(-60, 365).default([-3, 0, 3, 7, 14]),
  /** Days after a failed automatic charge on which it is retried. */
  BILLING_RETRY_DAYS: days(1, 90).default([1, 3, 5]),
  /** Days after the due date on which an unpaid account's services are suspended. */
  BILLING_SUSPEND_DAYS: wholeNumber(1, 365).default(21),
  /** Days before a card expires that people are notified. */
  BILLING_CARD_DAYS: wholeNumber(1, 180).default(30),
});

/** Where the files that people upload are kept, and how large they may be. */
const fileSettings = z.object({
  /** A folder of this machine; portals on several machines share one, or use S3. */
  FILES_DIR: z
    .string()
    .default(".data/files")
    .transform((folder) => path.resolve(folder)),
  /** With a bucket, files are kept in S3 instead. Without keys, the machine's own role is used. */
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_REGION: z.string().default("us-east-1"),
  /** For another provider than AWS. */
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be a URL like https://s3.example.com" }).optional(),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** For how long S3 may say nothing, in seconds, until it counts as away. It is asked three times. */
  FILES_S3_SILENCE_SECONDS: wholeNumber(1, 300).default(30),
  /** The largest file, in megabytes. */
  FILES_LARGEST_MB: wholeNumber(1, 1_024).default(25),
  /** What all files of an account may take together, in megabytes. */
  FILES_ACCOUNT_MB: wholeNumber(1, 10_000_000).default(5_120),
  /** A ClamAV daemon that looks through every file: the path of its socket, or host:port. */
  CLAMD_SOCKET: z
    .string()
    .regex(/^(?:\/.+|[^\s/:]+:\d{1,5})$/, { error: "must be a path like /run/clamav/clamd.ctl, or host:port" })
    .optional(),
});

/** Email that arrives for the support desk. */
const mailInSettings = z.object({
  /** The domain of the addresses that replies go to, used for nothing else; without it, replies by email are off. */
  MAIL_IN_DOMAIN: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, { error: "must be a domain like in.example.com" })
    .optional(),
  /** Further addresses that open tickets, each with its department. */
  MAIL_IN_ADDRESSES: departments().default(new Map()),
  /** Where mail is accepted by SMTP or LMTP; off without a port. */
  MAIL_IN_PORT: port.optional(),
  MAIL_IN_HOST: z.string().default("127.0.0.1"),
  MAIL_IN_PROTOCOL: z.enum(["smtp", "lmtp"], { error: "must be smtp or lmtp" }).default("smtp"),
  /** The mail servers in front, whose XCLIENT or XFORWARD tells who connected to them. */
  MAIL_IN_XCLIENT: z
    .string()
    .transform((list) => list.split(",").map((one) => one.trim()))
    .default([]),
  MAIL_IN_MEGABYTES: wholeNumber(1, 100).default(25),
  /** How long a mail is kept as it came. */
  MAIL_IN_KEEP_DAYS: wholeNumber(1, 3650).default(30),
  /** A mailbox that is polled. */
  MAIL_IN_IMAP_URL: z.url({ protocol: /^imaps?$/, error: "must be a URL like imaps://user:password@host" }).optional(),
  /** The name under which that mailbox's server writes its Authentication-Results. */
  MAIL_IN_AUTHSERV_ID: z.string().trim().toLowerCase().optional(),
  /** A file of DNS answers instead of DNS: for the demo and tests. */
  MAIL_IN_DNS_FILE: z.string().optional(),
});

/** What the portal and the worker read. */
export const portalSettings = z.object({
  /** The environment. Everything but `production` may use sample data and a known secret. */
  PORTAL_MODE: z.enum(["development", "demo", "test", "production"], {
    error: "must be development, demo, test or production",
  }),
  DATABASE_URL: databaseUrl,
  /** What DATABASE_URL leads to if it isn't PostgreSQL itself: a pooler that gives each transaction any connection. */
  DATABASE_POOLER: pooler,
  /** PostgreSQL itself, past a pooler: for notifications and the job queue. The same as DATABASE_URL without one. */
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  /** A copy that follows PostgreSQL, with the same login: for reads that declare that they may be seconds old. */
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  /** The portal's URL, without a path; used for origin checks and links in mail. */
  PORTAL_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL like https://portal.example.com" })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Key material for everything signed or encrypted. */
  PORTAL_SECRET: z.string().min(32, { error: "must have at least 32 characters" }),
  /** The keys that stored secrets are encrypted with; one derived from PORTAL_SECRET without them. */
  KEYS: z
    .string()
    .transform((text, context) => {
      const keys = parseKeys(text);
      if (keys === null) context.addIssue({ code: "custom", message: keysFormat });
      return keys ?? z.NEVER;
    })
    .optional(),
  /** Mail server; without one, mail is kept in the outbox and shown to staff. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a URL like smtps://user:password@host" }).optional(),
  /** Its display name is COMPANY_NAME if it isn't set; staff can choose another. */
  MAIL_FROM: z.string().optional(),
  /** Who answers for the portal at the browsers' push services. With it, people can turn on notifications on their devices. */
  PUSH_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, { error: "must be like mailto:admin@example.com" })
    .optional(),
  /** Stripe takes payments if all three are set. */
  STRIPE_SECRET_KEY: z.string().startsWith("sk_", { error: "must be a Stripe secret key (sk_...)" }).optional(),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .startsWith("pk_", { error: "must be a Stripe publishable key (pk_...)" })
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .startsWith("whsec_", { error: "must be a webhook secret like whsec_..." })
    .optional(),
  /** Alternative base URL of Stripe's API, for tests. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/, error: "must be a URL like http://localhost:12111" }).optional(),
  /** The hosting company's name until staff choose one. */
  COMPANY_NAME: z.string().default("Portcullis"),
  ...billingSettings.shape,
  ...fileSettings.shape,
  ...mailInSettings.shape,
  /** Prometheus metrics of the portal and of the worker, each on a port of its own; off by default. */
  METRICS_PORT: port.optional(),
  WORKER_METRICS_PORT: port.optional(),
  /** Address the metrics listen on. Never the public one. */
  METRICS_HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: logLevel.optional(),
  /** OpenTelemetry collector that receives traces; off by default. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must be a URL like http://localhost:4318" })
    .optional(),
  /** Seconds between SIGTERM, when readiness turns false, and the end of accepting connections. */
  SHUTDOWN_DELAY_SECONDS: wholeNumber(0, 60).default(0),
  /** Whether ordered services may be sent to private addresses and over plain HTTP, for a system in the same network. */
  PROVISIONING_PRIVATE: z.enum(["allow", "refuse"], { error: "must be allow or refuse" }).default("refuse"),
  /** How many proxies in front of the portal append to X-Forwarded-For; 0 ignores that header. */
  TRUSTED_PROXY_HOPS: wholeNumber(0, 32).default(0),
  PORT: port.default(3000),
  /** Address to listen on; all interfaces by default. */
  HOST: z.string().optional(),
});

/** What a command needs that starts or tests a portal. */
export const commandSettings = z.object({
  ...portalSettings.pick({ PORT: true, HOST: true }).shape,
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  /** The same database, as the owner of its tables: for migrations. */
  DATABASE_MIGRATION_URL: databaseUrl.optional(),
  /** Of every machine's portal the same: what the build derives the forms' key from, unless it is given. */
  PORTAL_SECRET: z.string().optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .base64({ error: formKey })
    .refine((key) => Buffer.from(key, "base64").length === 32, { error: formKey })
    .optional(),
  /** Superuser of a PostgreSQL on which the tests may create databases; without it they start their own. */
  TEST_DATABASE_URL: databaseUrl.optional(),
  /** Chromium for the browser tests; detected in the usual places. */
  CHROMIUM_PATH: z.string().optional(),
});
