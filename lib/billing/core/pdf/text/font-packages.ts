/** A font of the registry in files by range of code points, and which of its ranges are wanted. */
export interface FontPackage {
  readonly name: string;
  readonly subsets: RegExp;
}

const script = (name: string, subsets = name): FontPackage => ({
  name: `@fontsource-variable/noto-sans-${name}`,
  subsets: new RegExp(`^(${subsets})$`),
});

/** Each writes a script of its own; their Latin letters are left to the document's own typeface. */
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

/** Fonts of Chinese, Japanese and Korean come in a hundred small files each, of which a name needs a few. */
const numbered = "\\[\\d+\\]";

export const hanFonts = {
  japanese: script("jp", numbered),
  simplified: script("sc", numbered),
  traditional: script("tc", numbered),
  korean: script("kr", numbered),
};

const emoji: FontPackage = { name: "@fontsource-variable/noto-emoji", subsets: /^\[\d+\]$/ };

/** In the order in which they are asked for a letter, Han aside. */
export const fontPackages: readonly FontPackage[] = [
  ...scripts,
  ...Object.values(hanFonts),
  script("georgian", "math|symbols|greek-ext|cyrillic-ext"),
  emoji,
];
