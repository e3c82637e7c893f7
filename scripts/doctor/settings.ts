import { type Environment, readEnvironment } from "@/lib/platform/config/env";
import { EnvironmentError } from "@/lib/platform/config/environment-error";
import { about, type Finding } from "./finding";

type Source = Readonly<Record<string, string | undefined>>;

/** What the environment sets, and how to set the rest. */
export function settingsFindings(source: Source): Finding[] {
  try {
    const settings = readEnvironment({ ...source, NODE_ENV: "production" });
    const given = (name: string) => Boolean(source[name]?.trim());
    return [
      about("PORTAL_SECRET").ok(`${settings.PORTAL_SECRET.length} characters.`),
      portalUrl(settings, given("PORTAL_URL")),
      ...mail(settings, given("MAIL_FROM")),
      payments(settings),
    ];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.message.split("\n").map((line) => {
      const [name = "settings"] = line.split(" ");
      return about(name).problem(line, "Set it in .env or in the environment of the service.");
    });
  }
}

function portalUrl({ PORTAL_URL }: Environment, given: boolean): Finding {
  const { ok, problem } = about("PORTAL_URL");
  if (!given) {
    return problem(
      `Not set: links in email point to ${PORTAL_URL}.`,
      "Set it to the address customers use, like https://portal.example.com.",
    );
  }
  const { protocol, hostname } = new URL(PORTAL_URL);
  if (protocol === "https:" || isLocal(hostname)) return ok(PORTAL_URL);
  return problem(
    `${PORTAL_URL} isn't encrypted: passwords would be readable on the way.`,
    "Put a reverse proxy with TLS in front of the portal and set PORTAL_URL to its https:// address. See docs/install.md.",
  );
}

export const isLocal = (hostname: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

function mail({ SMTP_URL, MAIL_FROM }: Environment, given: boolean): Finding[] {
  if (SMTP_URL === undefined) {
    const fix = "Set SMTP_URL to your mail server, like smtps://user:password@mail.example.com:465, and MAIL_FROM.";
    const lacking =
      "Not set: email is stored and not sent, so nobody gets an invitation or a link that sets a password.";
    return [about("SMTP_URL").warning(lacking, fix)];
  }
  const from = about("MAIL_FROM");
  return [
    about("SMTP_URL").ok(`Mail goes through ${new URL(SMTP_URL).host}.`),
    given
      ? from.ok(MAIL_FROM)
      : from.problem(
          "Not set: mail would come from an address that isn't yours.",
          "Set MAIL_FROM, like Example Hosting <portal@example.com>.",
        ),
  ];
}

function payments({ STRIPE_SECRET_KEY }: Environment): Finding {
  const { ok, warning } = about("payments");
  if (STRIPE_SECRET_KEY === undefined) {
    return warning(
      "No payment provider: customers are told to pay by bank transfer.",
      "Set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET to take cards and direct debits.",
    );
  }
  return STRIPE_SECRET_KEY.startsWith("sk_test_")
    ? warning("Stripe is in test mode: no money moves.", "Set the live keys of Stripe when you go live.")
    : ok("Stripe takes payments.");
}
