/** Whether a draft is saved: `changed` if it was changed or sent elsewhere. */
export type Standing = "idle" | "saved" | "offline" | "changed";

type Kept = {
  url: string;
  fields: readonly string[];
  /** The version that the form was filled with; 0 if there was no draft. */
  first: number;
  report: (standing: Standing) => void;
};

const WAIT_MS = 800;
const RETRY_MS = 5_000;
/** Browsers refuse more than 64 kB; a character takes up to four bytes. */
const LARGEST_KEPT_ALIVE = 15_000;

/** Saves what is typed in a form, one request at a time. */
export class DraftSaver {
  #version: number;
  #timer: number | undefined;
  #saving = false;
  #dirty = false;
  #stopped = false;
  /** Counts what was sent; and whether a draft was on its way meanwhile, which may have arrived after it. */
  #round = 0;
  #overlaps = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly kept: Kept,
  ) {
    this.#version = kept.first;
  }

  /** Returns a function that saves what is left and stops. */
  listen(): () => void {
    const { form } = this;
    const ends = new AbortController();
    const { signal } = ends;
    form.addEventListener("input", () => this.#typed(), { signal });
    form.addEventListener("reset", () => this.#sent(), { signal });
    form.addEventListener("submit", (event) => this.#sending(event), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && void this.#save(), { signal });
    return () => {
      void this.#save();
      this.#stopped = true;
      window.clearTimeout(this.#timer);
      ends.abort();
    };
  }

  #typed(): void {
    this.#dirty = true;
    this.#plan(WAIT_MS);
  }

  #sending({ submitter }: SubmitEvent): void {
    if ((submitter as HTMLButtonElement | null)?.name === "preview") return;
    window.clearTimeout(this.#timer);
    this.#dirty = false;
    this.#overlaps = this.#saving;
  }

  /** The form was sent and cleared: what is typed next is a draft of its own. */
  #sent(): void {
    window.clearTimeout(this.#timer);
    if (this.#overlaps && !this.#saving && this.#version > 0) this.#discard(this.#version);
    this.#round += 1;
    this.#overlaps = false;
    this.#version = 0;
    this.#dirty = false;
    this.#stopped = false;
    this.kept.report("idle");
  }

  #plan(ms: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    if (this.#saving || !this.#dirty || this.#stopped) return;
    this.#saving = true;
    this.#dirty = false;
    const round = this.#round;
    const data = new FormData(this.form);
    const answer = await this.#put((name) => String(data.get(name) ?? ""), this.#version);
    this.#saving = false;
    if (round === this.#round) this.#answered(answer);
    else if (typeof answer === "number") this.#discard(answer);
    if (this.#dirty && !this.#stopped && answer !== "offline") this.#plan(WAIT_MS);
  }

  #answered(answer: number | "changed" | "offline"): void {
    if (this.#stopped) return;
    if (answer === "changed") this.#stopped = true;
    if (answer === "offline") {
      this.#dirty = true;
      this.#plan(RETRY_MS);
    }
    if (typeof answer === "number") this.#version = answer;
    this.kept.report(typeof answer === "number" ? (answer === 0 ? "idle" : "saved") : answer);
  }

  #discard(version: number): void {
    void this.#put(() => "", version);
  }

  /** The new version, or why there is none. */
  async #put(textOf: (field: string) => string, version: number): Promise<number | "changed" | "offline"> {
    const { url, fields } = this.kept;
    const body = JSON.stringify({ ...Object.fromEntries(fields.map((name) => [name, textOf(name)])), version });
    try {
      const response = await fetch(url, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body,
        // Also while the page is being left, as far as browsers allow.
        keepalive: body.length < LARGEST_KEPT_ALIVE,
        // A connection that is silently gone would otherwise hold up what is typed after it.
        signal: AbortSignal.timeout(15_000),
      });
      if (response.ok) return ((await response.json()) as { version: number }).version;
      return response.status >= 500 || response.status === 429 ? "offline" : "changed";
    } catch {
      return "offline";
    }
  }
}
