import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { type CSSProperties, cloneElement, Fragment, type ReactElement, type ReactNode } from "react";
import { knownBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import type { BrandLogo } from "@/lib/platform/kernel/brand";
import { rich } from "@/lib/platform/language/rich";
import { currentCode } from "@/lib/platform/language/t";
import { colours, darkRules, font } from "./appearance";

interface MailStopLink {
  readonly href: string;
  readonly label: string;
}

export interface MailLayoutProps {
  /** The preview text that inboxes show after the subject; it adds to the subject rather than repeating it. */
  readonly preview: string;
  readonly heading: string;
  /** Why this person gets this mail, and what to do if they didn't expect it. */
  readonly footer?: ReactNode;
  /** Where to turn it off: all of the kind, or that of one record. */
  readonly stops?: readonly MailStopLink[];
  readonly children: ReactNode;
}

/** The frame of every mail: the company's logo or name, a heading, the message, and a footer. */
export function MailLayout({ preview, heading, footer, stops = [], children }: MailLayoutProps) {
  const { PORTAL_URL } = env();
  const { name, logo, accentDark, mailFooter } = knownBrand();
  return (
    <Html lang={currentCode()} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{heading}</title>
        <style>{darkRules(accentDark)}</style>
      </Head>
      <Body className="mail-canvas" style={canvas}>
        <Preview>{preview}</Preview>
        <Container style={container}>
          <Section style={{ padding: "0 4px 14px" }}>
            <Text className="mail-brand" style={brandStyle()}>
              {logo ? <MailLogo logo={logo} alt={name} /> : name}
            </Text>
          </Section>
          <Section className="mail-card" style={card}>
            <Heading as="h1" className="mail-ink" style={headingStyle}>
              {heading}
            </Heading>
            {children}
          </Section>
          <Section style={{ padding: "18px 4px 0" }}>
            {footer && (
              <Text className="mail-faint" style={small}>
                {footer}
              </Text>
            )}
            {stops.map(({ href, label }) => (
              <Text key={href} className="mail-faint" style={small}>
                <MailQuietLink href={href}>{label}</MailQuietLink>
              </Text>
            ))}
            <Text className="mail-faint" style={small}>
              {rich("{company} customer portal · {link}", {
                company: name,
                link: (
                  <Link className="mail-faint" href={PORTAL_URL} style={{ ...small, textDecoration: "underline" }}>
                    {PORTAL_URL}
                  </Link>
                ),
              })}
            </Text>
            {mailFooter && (
              <Text className="mail-faint" style={small}>
                {mailFooter.split("\n").map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text
                  <Fragment key={index}>
                    {index > 0 && <br />}
                    {line}
                  </Fragment>
                ))}
              </Text>
            )}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** For clients that don't load pictures its name stands in its place, in the style around it. */
function MailLogo({ logo, alt }: { logo: BrandLogo; alt: string }) {
  const scale = Math.min(1, LOGO.height / logo.height, LOGO.width / logo.width);
  const plate = logo.plateOn === "light" ? { backgroundColor: "#11171b", padding: "4px 8px", borderRadius: "4px" } : {};
  return (
    // biome-ignore lint/performance/noImgElement: mail clients have no other picture
    <img
      className={logo.plateOn === "dark" ? "mail-plate" : undefined}
      src={`${env().PORTAL_URL}${logo.href}`}
      width={Math.round(logo.width * scale)}
      height={Math.round(logo.height * scale)}
      alt={alt}
      style={{ display: "block", border: 0, ...plate }}
    />
  );
}

const LOGO = { width: 220, height: 40 };

/**
 * The same mail with the links that turn it off.
 *
 * @throws Error unless it is the layout itself: call a template, don't wrap it in an element.
 */
export function withStopLinks(mail: ReactElement, stops: readonly MailStopLink[]): ReactElement {
  if (mail.type !== MailLayout) throw new Error("A notice is given as the layout itself, which can carry its link.");
  return cloneElement(mail as ReactElement<MailLayoutProps>, { stops });
}

/** A paragraph. `quiet` is for secondary text. */
export function MailText({ quiet, children }: { quiet?: boolean; children: ReactNode }) {
  return (
    <Text className={quiet ? "mail-faint" : "mail-ink"} style={quiet ? { ...paragraph, ...faint } : paragraph}>
      {children}
    </Text>
  );
}

/** The next step. The URL is repeated below for readers that show no buttons. */
export function MailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ padding: "8px 0 16px" }}>
      <Button className="mail-button" href={href} style={buttonStyle()}>
        {children}
      </Button>
      <Text className="mail-faint" data-skip-in-text="true" style={{ ...small, margin: "14px 0 0" }}>
        {rich("Or copy this link into your browser: {link}", {
          link: (
            <Link
              className="mail-link"
              href={href}
              style={{ ...small, color: knownBrand().accent, wordBreak: "break-all" }}
            >
              {href}
            </Link>
          ),
        })}
      </Text>
    </Section>
  );
}

/** Something that few of its readers need, such as turning it off. */
export const MailQuietLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link className="mail-faint" href={href} style={{ ...small, textDecoration: "underline" }}>
    {children}
  </Link>
);

/** Facts as pairs, one per line: who, what, when, which reference. Pairs without a value are left out. */
export function MailFacts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  const given = facts.filter(([, value]) => value);
  return (
    <Section className="mail-facts" style={factsBox}>
      <Text className="mail-ink" style={{ ...paragraph, margin: "0", lineHeight: "25px" }}>
        {given.map(([label, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several can have one label
          <Fragment key={index}>
            {index > 0 && <br />}
            <span className="mail-faint" style={faint}>
              {label}:
            </span>{" "}
            {value}
          </Fragment>
        ))}
      </Text>
    </Section>
  );
}

/** A divider between two parts of a message. */
export function MailRule() {
  return <Hr className="mail-rule" style={{ border: 0, borderTop: `1px solid ${colours.line}`, margin: "20px 0" }} />;
}

const canvas: CSSProperties = { margin: 0, padding: "32px 12px", backgroundColor: colours.canvas, fontFamily: font };
/**
 * A long word or name without breaks would widen the table beyond a phone's screen; all mail clients support
 * `break-word`.
 */
const container: CSSProperties = { maxWidth: "560px", margin: "0 auto", wordBreak: "break-word" };
const brandStyle = (): CSSProperties => ({
  margin: 0,
  fontSize: "15px",
  lineHeight: "20px",
  fontWeight: 600,
  letterSpacing: "-0.01em",
  color: knownBrand().accent,
});
const card: CSSProperties = {
  backgroundColor: colours.surface,
  border: `1px solid ${colours.line}`,
  borderRadius: "10px",
  padding: "28px",
};
const headingStyle: CSSProperties = {
  margin: "0 0 14px",
  fontSize: "20px",
  lineHeight: "27px",
  fontWeight: 600,
  letterSpacing: "-0.015em",
  color: colours.ink,
};
const paragraph: CSSProperties = { margin: "0 0 14px", fontSize: "15px", lineHeight: "23px", color: colours.ink };
const faint: CSSProperties = { color: colours.faint };
const small: CSSProperties = { margin: "0 0 6px", fontSize: "13px", lineHeight: "19px", ...faint };
const buttonStyle = (): CSSProperties => ({
  display: "inline-block",
  padding: "11px 20px",
  borderRadius: "7px",
  backgroundColor: knownBrand().accent,
  color: "#ffffff",
  fontSize: "15px",
  lineHeight: "20px",
  fontWeight: 600,
  textDecoration: "none",
});
const factsBox: CSSProperties = {
  margin: "4px 0 16px",
  padding: "12px 16px",
  borderRadius: "8px",
  backgroundColor: colours.sunken,
};
