import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** What the address-formatting libraries lack: which parts a country requires and what it calls them. */
export interface CountryRules {
  /** Local name of the postal code. */
  readonly postalCode: string;
  /** The format of a postal code without spaces and dashes; undefined if any text is valid. */
  readonly pattern: RegExp | undefined;
  readonly example: string | undefined;
  readonly postalCodeRequired: boolean;
  /** Local name of the region: State, Province, Emirate. */
  readonly region: string;
  readonly regionRequired: boolean;
  readonly city: string;
  /** City and region are printed in capitals. */
  readonly capitals: boolean;
}

export function countryRules(country: string): CountryRules {
  const code = codes.get(country);
  return {
    postalCode: labelOf(postalCodeNames, country) ?? t("Postal code"),
    pattern: code && new RegExp(`^${code.pattern}$`),
    example: code?.example,
    postalCodeRequired: POSTAL_CODE_REQUIRED.has(country),
    region: labelOf(regionNames, country) ?? t("Province"),
    regionRequired: REGION_REQUIRED.has(country),
    city: labelOf(cityNames, country) ?? t("City"),
    capitals: CAPITALS.has(country),
  };
}

const set = (countries: string): ReadonlySet<string> => new Set(countries.split(" "));

/** From Google's libaddressinput data; not required where a code exists but mail arrives without it. */
const POSTAL_CODE_REQUIRED = set(
  "AS AT AU AX BE BG BL BR CA CC CH CN CX CY CZ DE DK EE ES FI FK FM FO FR GB GF GG GL GP GR GS GU HM HR HU IM IN IO IT " +
    "JE JP KR LI LT LU LV MC MF MH MP MQ MX MY NC NF NL NO NZ PF PL PM PN PR PT PW RE RO RU SE SG SH SI SJ SK SM SZ TC TR TW " +
    "UA US VA VI WF XK YT ZA",
);

const REGION_REQUIRED = set("AU BR CA CN IN MX US");

const CAPITALS = set("AU BR CA ES FR GB GG IM IT JE MX US");

type Names = Readonly<Partial<Record<keyof typeof labels, ReadonlySet<string>>>>;

const labelOf = (names: Names, country: string): string | undefined => {
  const name = Object.entries(names).find(([, countries]) => countries.has(country))?.[0];
  return name === undefined ? undefined : t(labels[name as keyof typeof labels]);
};

const labels = {
  "ZIP code": msg("ZIP code"),
  Postcode: msg("Postcode"),
  Eircode: msg("Eircode"),
  "PIN code": msg("PIN code"),
  State: msg("State"),
  Emirate: msg("Emirate"),
  Prefecture: msg("Prefecture"),
  County: msg("County"),
  Region: msg("Region"),
  Department: msg("Department@@region"),
  District: msg("District"),
  Governorate: msg("Governorate"),
  Island: msg("Island"),
  Parish: msg("Parish"),
  "Town or city": msg("Town or city"),
  Suburb: msg("Suburb"),
} as const;

const postalCodeNames: Names = {
  "ZIP code": set("AS FM GU MH MP PH PR PW UM US VI"),
  Postcode: set("AC AI AU BM CC CX FK GB GG GI GS HM IM IO JE KY MS MY NF NZ PN SG SH TC VG"),
  Eircode: set("IE"),
  "PIN code": set("IN"),
};

const regionNames: Names = {
  State: set("AS AU BR CC CX FM GU HM IN MH MP MX MY NF NG PR PW SS SD SO UM US VE VI MM"),
  Emirate: set("AE"),
  Prefecture: set("JP"),
  County: set("EE GB IE KE LR NO RO SE TW"),
  Region: set("BY CL FR GE NZ PH RU TZ UA KZ"),
  Department: set("BO CO GT HN HT NI PY SV UY"),
  District: set("HK IL LU NR PT SI"),
  Governorate: set("EG IQ JO KW LB OM TN YE"),
  Island: set("BS CV KI KN KY PF TV"),
  Parish: set("AD BB DM JM LV"),
};

const cityNames: Names = {
  "Town or city": set("FK GB GG GI GS IM IO JE PN SH TC"),
  Suburb: set("AU CC CX HM NF"),
  District: set("HK"),
};

interface CodeForm {
  readonly pattern: string;
  readonly example: string;
}

const GB_POSTCODE: CodeForm = {
  pattern: "(GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2})",
  example: "SW1A 1AA",
};
const ZIP: CodeForm = { pattern: "\\d{5}(\\d{4})?", example: "94103" };

const digits = (count: number, example: string, countries: string): [string, CodeForm][] =>
  countries.split(" ").map((country) => [country, { pattern: `\\d{${count}}`, example }]);

const codes: ReadonlyMap<string, CodeForm> = new Map([
  ...digits(3, "101", "FO IS"),
  ...digits(4, "1010", "AT AU BD BE BG CC CH CX CY DK GE GL HM HU LI LU LV MK MZ NE NF NO NZ PH PY SI SJ TN ZA"),
  ...digits(
    5,
    "10115",
    "AX BA CU DE DO DZ EE ES FI FR GF GP GR GT HR ID IT KE KR KW LT MA MC ME MM MQ MX MY NC PF PM RE",
  ),
  ...digits(5, "10115", "BL CR EG JO LK MF MN SM SN TH TR UA UY VA WF XK YT ZM"),
  ...digits(6, "100001", "CN CO IN KG KZ NG RO RU SG TJ TM UZ BY"),
  ...["AS", "FM", "GU", "MH", "MP", "PR", "PW", "US", "VI"].map((country): [string, CodeForm] => [country, ZIP]),
  ...["GB", "GG", "IM", "JE"].map((country): [string, CodeForm] => [country, GB_POSTCODE]),
  ["AD", { pattern: "AD[1-7]00", example: "AD500" }],
  ["AR", { pattern: "([A-HJ-NP-Z])?\\d{4}([A-Z]{3})?", example: "C1070AAM" }],
  ["BR", { pattern: "\\d{8}", example: "40301-110" }],
  ["CA", { pattern: "[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z]\\d[ABCEGHJ-NPRSTV-Z]\\d", example: "H3Z 2Y7" }],
  ["CZ", { pattern: "\\d{5}", example: "110 00" }],
  ["AM", { pattern: "(37)?\\d{4}", example: "0002" }],
  ["IL", { pattern: "\\d{5}(\\d{2})?", example: "6100000" }],
  ["MD", { pattern: "\\d{4}", example: "2012" }],
  ["PK", { pattern: "\\d{5}", example: "44000" }],
  ["RS", { pattern: "\\d{5,6}", example: "11000" }],
  ["SA", { pattern: "\\d{5}(\\d{4})?", example: "12244" }],
  ["VN", { pattern: "\\d{5,6}", example: "10000" }],
  ["IE", { pattern: "[A-Z]\\d[0-9W][0-9A-Z]{4}", example: "D02 AF30" }],
  ["JP", { pattern: "\\d{7}", example: "154-0023" }],
  ["MT", { pattern: "[A-Z]{3}\\d{2,4}", example: "VLT 1117" }],
  ["NL", { pattern: "\\d{4}[A-Z]{2}", example: "3029 BP" }],
  ["PL", { pattern: "\\d{5}", example: "00-950" }],
  ["PT", { pattern: "\\d{4}(\\d{3})?", example: "2725-079" }],
  ["SE", { pattern: "\\d{5}", example: "114 55" }],
  ["SK", { pattern: "\\d{5}", example: "010 01" }],
  ["TW", { pattern: "\\d{3}(\\d{2,3})?", example: "104" }],
]);
