import { describe, expect, test } from "vitest";
import {
  isPublicAddress,
  PrivateAddressError,
  publicLookup,
  refusePrivateHost,
} from "@/lib/services/provisioning/public-lookup";

describe("an address", () => {
  test.each(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "not an address",
  ])("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test.each([
  "https://127.0.0.1/",
  "https://[::1]/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::ffff:a00:1]/",
])("the host of %s is refused without being looked up", (url) => {
  expect(() => refusePrivateHost(new URL(url))).toThrow(PrivateAddressError);
});

test("a name that leads to a private address is refused in the connection's own lookup", async () => {
  const error = await new Promise((resolve) => publicLookup("localhost", { all: true }, (failure) => resolve(failure)));
  expect(error).toBeInstanceOf(PrivateAddressError);
});
