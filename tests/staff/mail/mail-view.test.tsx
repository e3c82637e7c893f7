import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MailView, type MailViewProps } from "@/components/staff/mail/mail-view";

const format: MailViewProps["format"] = { locale: "en-IE", timeZone: "UTC" };
const mail = {
  ...{ id: "0198", subject: "Your account", text: "Set password", kind: "people", linksHidden: true, lastError: null },
  ...{ to: "finn@first.example", recipient: "Finn Byrne", account: null, nextTryAt: null, sentAt: null },
  ...{ createdAt: "2026-11-29T18:42:00.000Z", messageId: "<1@host.example>" },
} as unknown as MailViewProps["mail"];

test.each([
  ["kept", "so nobody has these links"],
  ["sent", "they are only in the email that was sent"],
] as const)("an email that is %s says where its links are: %s", (status, sentence) => {
  expect(renderToStaticMarkup(<MailView mail={{ ...mail, status }} format={format} />)).toContain(sentence);
});
