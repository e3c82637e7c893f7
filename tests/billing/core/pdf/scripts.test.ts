import { describe, expect, it } from "vitest";
import { styles } from "@/lib/billing/core/pdf/style";
import { setLines, type TextLine } from "@/lib/billing/core/pdf/text/set-lines";
import { splitByFont } from "@/lib/billing/core/pdf/text/split-by-font";

const wide = (text: string) => setLines(text, 2_000, styles.body);
const lettersOf = ({ runs }: TextLine) =>
  runs.flatMap(({ glyphs }) => glyphs.flatMap(({ codePoints }) => String.fromCodePoint(...codePoints))).join("");
const fontsOf = async (text: string) =>
  (await splitByFont(text, 400)).map(({ font }) => font.name.replace(/-\d.*/, ""));

/** Company names as typed by local users. */
const written: readonly (readonly [script: string, text: string, font: RegExp])[] = [
  ["Latin with accents", "Žółta Łódź Straße Ñandú Þórr Ğ", /^Inter/],
  ["Vietnamese", "Nguyễn Thị Hồng Nhung Đặng", /^Inter/],
  ["Greek", "Ρομποτική Ελλάς", /^Inter/],
  ["Cyrillic", "Українська Пошта ґєї", /^Inter/],
  ["Armenian", "Հայաստանի Հանրապետություն", /armenian/],
  ["Georgian", "საქართველოს ბანკი", /georgian/],
  ["Hebrew", "חברת השקעות", /hebrew/],
  ["Arabic", "شركة الخليج للتجارة", /arabic/],
  ["Persian", "شرکت پژوهش گچ", /arabic/],
  ["Urdu", "پاکستان ٹیلی کمیونیکیشن ڈھ", /arabic/],
  ["Devanagari", "हिन्दी क्षत्रिय श्री", /devanagari/],
  ["Bengali", "বাংলাদেশ ক্ষুদ্র ব্যাংক", /bengali/],
  ["Tamil", "தமிழ்நாடு மின்சார", /tamil/],
  ["Telugu", "తెలుగు సంస్థ క్షేత్రం", /telugu/],
  ["Gujarati", "ગુજરાત રાજ્ય ક્ષેત્ર", /gujarati/],
  ["Punjabi", "ਪੰਜਾਬ ਸਿੰਘ ਕੰਪਨੀ", /gurmukhi/],
  ["Kannada", "ಕರ್ನಾಟಕ ಸಂಸ್ಥೆ", /kannada/],
  ["Malayalam", "മലയാളം കേരള സർക്കാർ", /malayalam/],
  ["Sinhala", "ශ්‍රී ලංකා ප්‍රජාතාන්ත්‍රික", /sinhala/],
  ["Odia", "ଓଡ଼ିଆ", /oriya/],
  ["Thaana", "ދިވެހި", /thaana/],
  ["Thai", "ประเทศไทย จำกัด น้ำ", /thai/],
  ["Lao", "ສາທາລະນະລັດ ນ້ຳ", /lao/],
  ["Khmer", "ព្រះរាជាណាចក្រកម្ពុជា ស្ត្រី", /khmer/],
  ["Burmese", "မြန်မာနိုင်ငံ ကုမ္ပဏီ", /myanmar/],
  ["Ethiopic", "የኢትዮጵያ ንግድ ባንክ", /ethiopic/],
  ["Japanese", "株式会社田中製作所カタカナひらがな", /noto-sans-jp/],
  ["Chinese, simplified", "深圳市腾讯计算机系统有限公司", /noto-sans-sc/],
  ["Chinese, traditional", "臺灣積體電路製造股份有限公司", /noto-sans-(jp|tc)/],
  ["Korean", "삼성전자 주식회사 한국", /noto-sans-kr/],
  ["Emoji", "😀🚀", /emoji/],
  ["Cherokee", "ᏣᎳᎩ", /UnifontEX/],
];

describe("text in any script", () => {
  it.each(written)("is drawn with glyphs of a matching font: %s", async (_, text, font) => {
    const [line, ...more] = await wide(text);
    expect(more).toEqual([]);
    expect(line?.runs.flatMap(({ glyphs }) => glyphs).filter(({ id }) => id === 0)).toEqual([]);
    for (const name of await fontsOf(text.replaceAll(" ", ""))) expect(name).toMatch(font);
    expect(lettersOf(line as TextLine)).not.toContain("□");
    const letters = (all: string) =>
      [...all.normalize("NFC").replace(/\p{Default_Ignorable_Code_Point}/gu, "")].sort().join("");
    expect(letters(lettersOf(line as TextLine))).toBe(letters(text));
  });

  it("changes fonts between letters, never within a letter and its marks", async () => {
    const runs = await splitByFont("Tanaka 田 क्षत्रिय שָׁלוֹם", 400);
    expect(runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(["Tanaka", "田", "क्षत्रिय", "שָׁלוֹם"]);
  });

  it("shows a box for each letter no font has", async () => {
    const [line] = await wide("A\u{10fffd}B\u{10fffc}");
    expect(lettersOf(line as TextLine)).toBe("A□B□");
  });

  it("runs right to left in right-to-left scripts, with numbers and Latin left to right", async () => {
    const [line] = await wide("שלום 123 Main (א)");
    expect(line?.runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual([")", "א", "(", "Main", "123", "שלום"]);
  });

  it("joins Arabic letters into their contextual forms", async () => {
    // Dots are separate zero-width glyphs.
    const glyphsOf = async (text: string) =>
      (await wide(text))
        .flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs))
        .flatMap(({ id, advanceWidth }) => (advanceWidth > 0 ? [id] : []));
    const alone = [...(await glyphsOf("ب")), ...(await glyphsOf("ي")), ...(await glyphsOf("ت"))];
    const joined = await glyphsOf("بيت");
    expect([alone.length, joined.length]).toEqual([3, 3]);
    for (const id of alone) expect(joined).not.toContain(id);
  });

  it("drops invisible bidirectional control characters", async () => {
    const [line] = await wide("invoice\u202egpj.exe");
    expect(lettersOf(line as TextLine)).toBe("invoicegpj.exe");
  });
});

describe("lines", () => {
  it.each([
    ["36 wide letters", "W".repeat(36)],
    ["a name of 200 letters", "Donaudampfschifffahrt".repeat(10)],
    ["Japanese without a space", "株式会社田中製作所".repeat(12)],
    ["Thai without a space", "บริษัทมหาชนจำกัดประเทศไทย".repeat(8)],
    ["Arabic", "شركة الخليج للتجارة والمقاولات العامة ".repeat(6).trim()],
    ["emoji", "👩‍👩‍👧🚀".repeat(30)],
  ])("fit their column and lose no text: %s", async (_, text) => {
    const lines = await setLines(text, 120, styles.strong);
    expect(lines.length).toBeGreaterThan(1);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(120);
    const drawn = lines.flatMap(({ runs }) =>
      runs.flatMap(({ glyphs }) => glyphs.flatMap(({ codePoints }) => codePoints)),
    );
    const seen = (codePoints: readonly number[]) =>
      codePoints.filter((one) => one > 0x20 && !/\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(one)))
        .length;
    expect(seen(drawn)).toBe(seen([...text].map((one) => one.codePointAt(0) ?? 0)));
  });

  it("break between words, and keep Latin words whole", async () => {
    const lines = await setLines("Wilhelminakade 173, 3072 AP Rotterdam", 90, styles.body);
    expect(
      lines.map(({ runs }) =>
        runs
          .map(({ text }) => text)
          .join("")
          .trim(),
      ),
    ).toEqual(["Wilhelminakade 173,", "3072 AP Rotterdam"]);
  });
});
