import { parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { deviceName } from "@/lib/platform/kernel/device-name";
import { localPath } from "@/lib/platform/kernel/local-path";
import { networkOf } from "@/lib/platform/kernel/network-of";
import { newPassword, refuseWeakPassword } from "@/lib/platform/kernel/new-password";
import { decoyHash, hashPassword, passwordMatches } from "@/lib/platform/kernel/password-hash";

describe("the decoy hash", () => {
  it("takes as long as a real one and matches nothing", async () => {
    const real = await hashPassword("a gate of seven bars");
    expect(parseOptions(decoyHash)).toEqual(parseOptions(real));
    expect(parseOptions(real)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await passwordMatches("", null)).toBe(false);
    expect(await passwordMatches("a gate of seven bars", real)).toBe(true);
    expect(await passwordMatches("a gate of seven bar", real)).toBe(false);
  });
});

describe("a new password", () => {
  it("is checked in the form in which it is hashed", () => {
    const person = { email: "robin@northwind.example", name: "Robin Hofmann" };
    const weak = (password: string) => () => refuseWeakPassword("password", newPassword.parse(password), person);
    const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));
    expect(weak(wide("robin-hofmann-1"))).toThrow("This is too close to your name or email address.");
    // Six letters, each with its accent as a separate character.
    expect(newPassword.safeParse("áéíóúý".normalize("NFD")).success).toBe(false);
    expect(weak(wide("a gate of seven bars"))).not.toThrow();
  });
});

describe("the redirect after sign-in", () => {
  it.each(["/", "/a/1/invoices?status=open&page=2#top", "/invitation/abc"])("accepts %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "a/1",
    "",
    null,
    undefined,
    `/${"x".repeat(3000)}`,
  ])("refuses %j", (wanted) => {
    const path = localPath(wanted);
    expect(path === null || new URL(path, "https://portal.example").origin === "https://portal.example").toBe(true);
    expect(path?.startsWith("//") ?? false).toBe(false);
  });
});

describe("the device name", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
  it.each([
    [`${windows} Chrome/140.0.0.0 Safari/537.36`, "Chrome on Windows"],
    [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`, "Edge on Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
      "Safari on macOS",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
      "Chrome on Android",
    ],
    [
      "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1",
      "Chrome on iPad",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15; SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/130.0.0.0 Mobile Safari/537.36",
      "Samsung Internet on Android",
    ],
    [`${windows} Chrome/140.0.0.0 Safari/537.36 OPR/120.0`, "Opera on Windows"],
    ["Something (Windows NT 10.0)", "A browser on Windows"],
    ["curl/8.5.0", "curl"],
    ["", "Unknown device"],
    ["<script>alert(1)</script>", "Unknown device"],
  ])("of %j is %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

describe("a network", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:0001:2::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
    ["192.0.2.7:49152", "192.0.2.7"],
    ["[2001:db8:1:2::1]:49152", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("of %s is %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
