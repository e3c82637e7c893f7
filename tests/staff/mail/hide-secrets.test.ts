import { expect, it } from "vitest";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { hideSecrets } from "@/lib/staff/mail/hide-secrets";

it("hides tokens, plain and encrypted, in text and in URLs", () => {
  const token = newSecretToken();
  const sealed = `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${newSecretToken()}.${newSecretToken()}${newSecretToken()}.tag-of_it`;
  const shown = hideSecrets(
    `<a href="https://host/invitation/${token}">x</a> https://host/verify-email/${sealed}, then`,
  );
  expect(shown).toBe('<a href="https://host/invitation/hidden">x</a> https://host/verify-email/hidden, then');
});

it("hides nothing else", () => {
  const text = `<style>.supported-color-schemes{color:#fff}</style> https://host/a/157b1add-2d60-4f07-a87f-0b2560221751/people/157b1add-2d60-4f07-a87f-0b2560221752 INV-2026-00042, Donaudampfschifffahrt`;
  expect(hideSecrets(text)).toBe(text);
});
