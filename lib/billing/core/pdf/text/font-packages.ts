/** A font package with files per code point range, and the ranges needed. */
export interface FontPackage {
  readonly name: string;
  readonly subsets: RegExp;
}

const script = (name: string, subsets = name): FontPackage => ({
  name: `@fontsource-variable/noto-sans-${name}`,
  subsets: new RegExp(`^(${subsets})$`),
});

/** One script per font; Latin letters use the document's own typeface. */
const scripts: readonly FontPackage[] = [
  script("arabic"),
  script("armenian"),
  script("bengali"),
  script("devanagari"),
  script("ethiopic"),
  script("georgian"),
  script("gujarati"),
  script("gurmukhi"),
  script("hebrew"),
  script("kannada"),
  script("khmer"),
  script("lao"),
  script("malayalam"),
  script("myanmar"),
  script("oriya"),
  script("sinhala"),
  script("tamil"),
  script("telugu"),
  script("thaana"),
  script("thai"),
];

/** Chinese, Japanese and Korean fonts come in about a hundred small files each; a name needs only a few. */
const numbered = "\\[\\d+\\]";

export const hanFonts = {
  japanese: script("jp", numbered),
  simplified: script("sc", numbered),
  traditional: script("tc", numbered),
  korean: script("kr", numbered),
};

const emoji: FontPackage = { name: "@fontsource-variable/noto-emoji", subsets: /^\[\d+\]$/ };

/** In lookup order, except for Han letters. */
export const fontPackages: readonly FontPackage[] = [
  ...scripts,
  ...Object.values(hanFonts),
  script("georgian", "math|symbols|greek-ext|cyrillic-ext"),
  emoji,
];
