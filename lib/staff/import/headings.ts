/**
 * The fields of a row, with the headings that mean them. The first is the one we write ourselves, in
 * every language: files are made and read by programs.
 */
export const headings = {
  reference: ["reference", "id", "customer id", "client id", "external id", "external reference"],
  name: ["name", "account", "account name", "company", "company name"],
  legalName: ["legal name"],
  vatId: ["vat id", "vat", "vat number", "tax number", "tax id"],
  addressLine1: ["address", "address line 1", "address 1", "street"],
  addressLine2: ["address line 2", "address 2"],
  postalCode: ["postal code", "postcode", "zip", "zip code"],
  city: ["city", "town"],
  region: ["region", "state", "province"],
  country: ["country", "country code"],
  phone: ["phone", "phone number", "telephone"],
  currency: ["currency"],
  ownerName: ["owner", "owner name", "contact", "contact name"],
  ownerEmail: ["owner email", "email", "email address", "contact email"],
  locale: ["language", "locale"],
  timeZone: ["time zone", "timezone"],
} as const;
