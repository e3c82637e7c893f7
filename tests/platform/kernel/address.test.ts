import { describe, expect, test } from "vitest";
import { z } from "zod";
import { addressFields } from "@/lib/platform/kernel/address/address-fields";
import { type Address, addressLines } from "@/lib/platform/kernel/address/address-lines";
import { checkAddress } from "@/lib/platform/kernel/address/check-address";
import { keptPostalCode } from "@/lib/platform/kernel/address/postal-code";
import { countryCodes } from "@/lib/platform/kernel/countries";
import { withLanguage } from "@/lib/platform/language/with-language";

const address = (country: string, rest: Partial<Address> = {}): Address => ({
  addressLine1: "Main Street 1",
  addressLine2: null,
  postalCode: "",
  city: "",
  region: null,
  country,
  ...rest,
});

const schema = z.custom<Address>().superRefine(checkAddress);
const complaints = (given: Address) =>
  (schema.safeParse(given).error?.issues ?? []).map(({ path, message }) => [path[0], message]);

test("the parts of an address are named in the language of each reader, whoever asked first", () => {
  const names = (locale: string) => {
    const { postalCode, city, region } = withLanguage(locale, () => addressFields("NL"));
    return [postalCode, city, region];
  };
  expect(names("en-GB")).toEqual(["Postal code", "City", "Province"]);
  expect(names("de-DE")).toEqual(["Postleitzahl", "Ort", "Provinz"]);
});

describe("an address", () => {
  test.each([
    ["AE", { city: "Dubai" }],
    ["AE", { region: "Dubai" }],
    ["HK", { city: "Kowloon" }],
    ["HK", { region: "Kowloon" }],
    ["IE", { city: "Dublin", region: "County Dublin" }],
    ["IE", { city: "Dublin", postalCode: "d02 af30" }],
    ["QA", { city: "Doha" }],
    ["BS", { city: "Nassau", region: "New Providence" }],
    ["JM", { city: "Kingston", region: "St. Andrew" }],
    ["SG", { postalCode: "238823" }],
    ["NL", { city: "Rotterdam", postalCode: "3029BP" }],
    ["CH", { city: "Zürich", postalCode: "CH-8000" }],
    ["LU", { city: "Luxembourg", postalCode: "L-1118" }],
    ["LV", { city: "Riga", postalCode: "LV-1010" }],
    ["PL", { city: "Warszawa", postalCode: "00950" }],
    ["SE", { city: "Stockholm", postalCode: "SE-114 55" }],
    ["GB", { city: "London", postalCode: "sw1a1aa" }],
    ["US", { city: "Austin", region: "TX", postalCode: "78701-1234" }],
    ["CA", { city: "Toronto", region: "ON", postalCode: "M5V 3L9" }],
    ["JP", { city: "Chiyoda", region: "Tokyo", postalCode: "１００－０００１" }],
    ["BR", { city: "São Paulo", region: "SP", postalCode: "01310-100" }],
    ["XK", { city: "Prishtina", postalCode: "10000" }],
    ["MD", { city: "Chișinău", postalCode: "MD-2012" }],
    ["PK", { city: "Islamabad", postalCode: "44000" }],
    ["VN", { city: "Hà Nội", region: "Hà Nội", postalCode: "10000" }],
    ["VN", { city: "Hà Nội", region: "Hà Nội", postalCode: "100000" }],
    ["SA", { city: "Riyadh", postalCode: "12244-4115" }],
    ["RS", { city: "Beograd", postalCode: "105104" }],
    ["AM", { city: "Yerevan", postalCode: "0002" }],
    ["IL", { city: "Tel Aviv", postalCode: "61000" }],
  ])("in %s with %o is complete", (country, parts) => {
    expect(complaints(address(country, parts))).toEqual([]);
  });

  test.each([
    ["AE", {}, [["region", "Enter the emirate."]]],
    ["NL", { city: "Rotterdam" }, [["postalCode", "Enter the postal code, like 3029 BP."]]],
    ["NL", { postalCode: "3029 BP" }, [["city", "Enter the city."]]],
    ["NL", { city: "Rotterdam", postalCode: "30290" }, [["postalCode", "Enter a valid postal code, like 3029 BP."]]],
    ["US", { city: "Austin", postalCode: "78701" }, [["region", "Enter the state."]]],
    ["US", { city: "Austin", region: "TX" }, [["postalCode", "Enter the ZIP code, like 94103."]]],
    ["GB", { city: "Leeds" }, [["postalCode", "Enter the postcode, like SW1A 1AA."]]],
    ["IE", { city: "Dublin", postalCode: "12" }, [["postalCode", "Enter a valid Eircode, like D02 AF30."]]],
  ])("in %s with %o is not", (country, parts, expected) => {
    expect(complaints(address(country, parts))).toEqual(expected);
  });

  test("never requires a part the country's addresses don't have", () => {
    for (const country of countryCodes) {
      const fields = addressFields(country);
      const asked = complaints(address(country)).map(([field]) => field);
      if (!fields.hasPostalCode) expect(asked, country).not.toContain("postalCode");
      if (!fields.hasRegion) expect(asked, country).not.toContain("region");
    }
  });

  test.each([
    ["NL", { postalCode: "3029 BP", city: "Rotterdam" }, ["Main Street 1", "3029 BP Rotterdam"]],
    ["US", { city: "Austin", region: "TX", postalCode: "78701" }, ["Main Street 1", "AUSTIN, TX 78701"]],
    ["GB", { city: "Liverpool", postalCode: "L3 4AF" }, ["Main Street 1", "LIVERPOOL", "L3 4AF"]],
    ["AE", { region: "Dubai" }, ["Main Street 1", "Dubai"]],
    ["AE", { city: "Dubai" }, ["Main Street 1", "Dubai"]],
    ["AE", { city: "Deira", region: "Dubai" }, ["Main Street 1", "Deira", "Dubai"]],
    ["AE", { city: "Dubai", region: "dubai" }, ["Main Street 1", "dubai"]],
    ["SG", { city: "Singapore", postalCode: "238823" }, ["Main Street 1", "SINGAPORE 238823"]],
    ["CH", { city: "Zürich", postalCode: "CH-8000" }, ["Main Street 1", "CH-8000 Zürich"]],
    ["IE", { city: "Dublin", postalCode: "D02 AF30" }, ["Main Street 1", "Dublin", "D02 AF30"]],
    ["AE", { city: "Dubai", postalCode: "00000" }, ["Main Street 1", "Dubai", "00000"]],
    [
      "JP",
      { addressLine1: "千代田1-1", city: "千代田区", region: "東京都", postalCode: "100-0001" },
      ["〒100-0001", "東京都", "千代田区", "千代田1-1"],
    ],
    [
      "JP",
      { city: "Chiyoda-ku", region: "Tokyo", postalCode: "100-0001" },
      ["Main Street 1", "Chiyoda-ku, Tokyo", "100-0001"],
    ],
  ])("of %s with %o is printed as is the custom there", (country, parts, lines) => {
    expect(addressLines(address(country, parts))).toEqual(lines);
  });

  test("keeps every part in print, in any country", () => {
    const given = { addressLine2: "Unit 2", postalCode: "12345", city: "Placetown", region: "Somewhere" };
    for (const country of countryCodes) {
      const printed = addressLines(address(country, given)).join(" ").toLowerCase();
      for (const part of ["main street 1", "unit 2", "12345", "placetown", "somewhere"]) {
        expect(printed, country).toContain(part);
      }
    }
  });

  test("starts and ends no line with punctuation, whichever parts it has", () => {
    const parts = { addressLine2: "Unit 2", postalCode: "12345", city: "Placetown", region: "Somewhere" };
    for (const country of countryCodes)
      for (const left of [["region"], ["city"], ["postalCode"], ["addressLine2"], ["city", "region"], []]) {
        const given = Object.fromEntries(Object.entries(parts).filter(([name]) => !left.includes(name)));
        for (const line of addressLines(address(country, given))) {
          expect(line, `${country} without ${left}`).not.toMatch(/^[\s,;-]|[\s,;-]$/);
        }
      }
  });

  test("stores its postal code in capitals and without a country prefix", () => {
    expect(keptPostalCode("CH", "ch-8000")).toBe("8000");
    expect(keptPostalCode("GB", "sw1a 1aa")).toBe("SW1A 1AA");
    expect(keptPostalCode("NL", "３０２９ bp")).toBe("3029 BP");
  });

  test("labels its parts as its country does", () => {
    expect(addressFields("AE")).toMatchObject({ region: "Emirate", hasPostalCode: false });
    expect(addressFields("JP")).toMatchObject({ region: "Prefecture", hasRegion: true });
    expect(addressFields("US")).toMatchObject({ region: "State", postalCode: "ZIP code" });
    expect(addressFields("IE")).toMatchObject({ region: "County", postalCode: "Eircode", postalCodeRequired: false });
    expect(addressFields("NL")).toMatchObject({ hasRegion: false, postalCodeFirst: true });
  });
});
