/** A message and the earlier ones that its author's program put below it. */
export interface FoldedText {
  readonly text: string;
  /** Empty if there is nothing to fold. */
  readonly earlier: string;
}

/** "On … wrote:" in the languages that mail programs write it in; of one line, or of two that were wrapped. */
const ATTRIBUTION =
  /^>?\s*(?:On|Am|Le|El|Il|Op|W dniu|Em|Den)\b.{0,300}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|napisa\u0142\(a\)|escreveu|skrev).{0,80}:\s*$/u;
const SEPARATOR = /^>?\s*(?:-{4,}\s?[^-]{4,60}\s?-{4,}|_{20,})\s*$/u;
const HEADING = /^\*?(?:From|Von|De|Da|Van|Od)\*?:\s/u;
const HEADING_GOES_ON =
  /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Data|Verzonden|To|An|Subject|Betreff)\*?:\s/u;
/** No program writes a longer line above what it quotes. */
const LONGEST_LINE = 400;

/**
 * Separates what somebody wrote from the earlier messages below it: at our own line "##- … -##" if it is there, else
 * where a mail program begins to quote and nothing but quotes follows. Looks at each line once, so that no text takes
 * long; text between quotes, answered line by line, stays. Nothing is removed.
 */
export function foldQuotes(body: string): FoldedText {
  const lines = body.split("\n");
  const marker = markedLine(lines);
  const start = marker === null ? quoteStart(lines) : attributionBefore(lines, marker);
  if (start === null || lines.slice(0, start).every((line) => line.trim() === "")) return { text: body, earlier: "" };
  return {
    text: lines.slice(0, start).join("\n").trimEnd(),
    earlier: lines.slice(start).join("\n").trim(),
  };
}

function markedLine(lines: readonly string[]): number | null {
  const found = lines.findIndex((line) => {
    const begin = line.indexOf("##-");
    return begin >= 0 && line.indexOf("-##", begin) > begin;
  });
  return found < 0 ? null : found;
}

/** The program's own line stands above ours, with the head of the mail between them. */
function attributionBefore(lines: readonly string[], marker: number): number {
  for (let at = marker; at >= 0 && at > marker - 30; at -= 1) if (begins(lines, at)) return at;
  let at = marker;
  while (at > 0 && isQuoted(lines[at - 1] ?? "")) at -= 1;
  return at;
}

/** Where only earlier messages follow. */
function quoteStart(lines: readonly string[]): number | null {
  const separator = lines.findIndex((_, at) => isSeparated(lines, at));
  const end = separator < 0 ? lines.length : separator;
  let start = end;
  while (start > 0 && (isQuoted(lines[start - 1] ?? "") || (lines[start - 1] ?? "").trim() === "")) start -= 1;
  const quoted = lines.slice(start, end).some(isQuoted);
  if (!quoted) return separator < 0 ? null : separator;
  for (const back of [1, 2]) if (start >= back && begins(lines, start - back)) return start - back;
  return start;
}

const isQuoted = (line: string): boolean => line.startsWith(">");

const begins = (lines: readonly string[], at: number): boolean =>
  isSeparated(lines, at) ||
  isAttribution(lines[at] ?? "") ||
  isAttribution(`${lines[at] ?? ""} ${lines[at + 1] ?? ""}`);

const isAttribution = (line: string): boolean => line.length <= LONGEST_LINE && ATTRIBUTION.test(line);

/** "-----Original Message-----", or a block of From, Sent and Subject. */
function isSeparated(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (line.length > LONGEST_LINE) return false;
  if (HEADING.test(line)) return HEADING_GOES_ON.test((lines[at + 1] ?? "").slice(0, LONGEST_LINE));
  return SEPARATOR.test(line) && HEADING.test((lines[at + 1] ?? "").slice(0, LONGEST_LINE));
}
