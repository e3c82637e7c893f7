/** A PDF of plain text, a page for each list of lines: for sample files, without a library. */
export function simplePdf(pages: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((lines, index) => [pageOf(5 + index * 2), contentsOf(lines)]),
  ];
  let text = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}${end}`, "latin1"));
}

const pageOf = (contents: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`;

/** The first line is the heading. */
function contentsOf(lines: readonly string[]): string {
  const shown = lines.map((line, index) => {
    const size = index === 0 ? 20 : 11;
    return `BT /F1 ${size} Tf 60 ${770 - index * 22 - (index > 0 ? 16 : 0)} Td (${escaped(line)}) Tj ET`;
  });
  const stream = shown.join("\n");
  return `<< /Length ${Buffer.byteLength(stream, "latin1")} >>\nstream\n${stream}\nendstream`;
}

const escaped = (line: string): string => line.replace(/[\\()]/g, (sign) => `\\${sign}`);
