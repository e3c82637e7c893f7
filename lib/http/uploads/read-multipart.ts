import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

export interface FormPart {
  readonly name: string;
  /** Null for a field that is no file. */
  readonly filename: string | null;
  /** Read before the next part is asked for; what isn't read is skipped. */
  readonly body: AsyncIterable<Uint8Array>;
}

const MOST_PARTS = 100;
const MOST_HEADERS = 16 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * The parts of a multipart form, one after another, as they arrive: nothing is kept.
 *
 * @throws Problem `invalid`
 */
export async function* readMultipart(source: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FormPart> {
  const [, quoted, bare] = /\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw malformed();
  const bytes = new Arriving(source);
  const mark = Buffer.from(`\r\n--${boundary}`);
  await skip(bytes.upTo(mark));
  for (let count = 0; (await bytes.take(2)).toString("latin1") !== "--"; count++) {
    if (count >= MOST_PARTS) throw malformed();
    const body = bytes.upTo(mark);
    yield { ...namesIn(await bytes.headers()), body };
    await skip(body);
  }
}

/** Bytes as they arrive, with a little of what is yet to be looked at. */
class Arriving {
  readonly #source: AsyncIterator<Uint8Array>;
  /** The first boundary has no line end before it. */
  #held = Buffer.from("\r\n");

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Everything before a mark, which is passed over. */
  async *upTo(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      const end = at >= 0 ? at : this.#held.length - mark.length;
      const piece = this.#held.subarray(0, Math.max(0, end));
      this.#held = this.#held.subarray(at >= 0 ? at + mark.length : piece.length);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      await this.#more();
    }
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more();
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  /** The headers of a part, after the line end that follows its boundary. */
  async headers(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf("\r\n\r\n");
      if (end >= 0) return (await this.take(end + 4)).toString("utf8");
      if (this.#held.length > MOST_HEADERS) throw malformed();
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next();
    if (done) throw malformed();
    this.#held = Buffer.concat([this.#held ?? NOTHING, value]);
  }
}

async function skip(pieces: AsyncGenerator<Uint8Array>): Promise<void> {
  while (!(await pieces.next()).done);
}

/** As browsers write them: a quotation mark in a name is sent as %22. */
function namesIn(headers: string): Pick<FormPart, "name" | "filename"> {
  const line = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  const filename = /;\s*filename="([^"]*)"/i.exec(line)?.[1];
  return { name: /;\s*name="([^"]*)"/i.exec(line)?.[1] ?? "", filename: filename?.replaceAll("%22", '"') ?? null };
}

const malformed = (): Problem =>
  new Problem("invalid", t("The form could not be read. Reload the page and try again."));
