import { keptDrafts } from "./kept-drafts";

export type Standing = "idle" | "saving" | "saved" | "offline" | "refused";

/** What somebody else has saved meanwhile. */
export interface Changed {
  readonly version: number;
  readonly minutes: string;
}

interface Keeping {
  /** Where the minutes of the item are read and written. */
  readonly url: string;
  readonly version: number;
  readonly report: (standing: Standing) => void;
  /** Null once it is settled. */
  readonly differs: (changed: Changed | null) => void;
}

export interface Keeper {
  /** Saves what is typed over the version that somebody else has saved. */
  readonly overwrite: (changed: Changed) => void;
  readonly stop: () => void;
}

const WAIT_MS = 800;
const RETRY_MS = 5_000;
/** A connection that is silently gone would otherwise hold up what is typed after it. */
const LONGEST_MS = 15_000;

/**
 * Saves minutes as they are typed, one request at a time. What isn't saved yet is kept in the tab as well, so it survives a
 * reload without a connection. Nothing is saved over what somebody else has written until that is decided.
 */
export function keepMinutes(field: HTMLInputElement, form: HTMLFormElement, keeping: Keeping): Keeper {
  const { url, report, differs } = keeping;
  const drafts = keptDrafts(url);
  const text = form.elements.namedItem("minutes") as HTMLTextAreaElement;
  const ends = new AbortController();
  let version = keeping.version;
  let timer = 0;
  let dirty = false;
  let state: "free" | "saving" | "conflict" = "free";

  const plan = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  };
  const typed = () => {
    dirty = true;
    drafts.keep({ version, minutes: text.value });
    plan(WAIT_MS);
  };

  async function save(): Promise<void> {
    if (!dirty || state !== "free") return;
    dirty = false;
    state = "saving";
    report("saving");
    const sent = text.value;
    const answer = await put(url, sent, version);
    state = "free";
    if (typeof answer === "number") stored(answer, sent);
    else if (answer === "changed") await compare();
    else {
      dirty = true;
      report(answer);
      if (answer === "offline") plan(RETRY_MS);
    }
  }

  function stored(next: number, sent: string) {
    version = next;
    field.value = String(next);
    if (dirty) return plan(WAIT_MS);
    if (text.value === sent) drafts.drop();
    report("saved");
  }

  /** Shows what is saved, unless it is what is typed. */
  async function compare(): Promise<void> {
    const saved = await read(url);
    if (saved === null) {
      dirty = true;
      report("offline");
      return plan(RETRY_MS);
    }
    if (saved.minutes === text.value) return stored(saved.version, text.value);
    state = "conflict";
    report("idle");
    differs(saved);
  }

  function overwrite(changed: Changed) {
    version = changed.version;
    state = "free";
    differs(null);
    typed();
    void save();
  }

  const restored = drafts.read();
  if (restored && restored.minutes !== text.value) {
    text.value = restored.minutes;
    version = restored.version;
    typed();
  }
  const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal: ends.signal });
  on(text, "input", typed);
  on(window, "online", () => void save());
  on(document, "visibilitychange", () => document.hidden && void save());
  // The button saves as typing does: one way to meet a conflict.
  on(form, "submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    dirty = true;
    void save();
  });
  return {
    overwrite,
    stop: () => {
      void save();
      window.clearTimeout(timer);
      ends.abort();
    },
  };
}

/** The new version, or why there is none. */
async function put(url: string, minutes: string, version: number): Promise<number | "changed" | "offline" | "refused"> {
  try {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ minutes, version });
    const request = { method: "PUT", headers, body, keepalive: body.length < 60_000 };
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(LONGEST_MS) });
    if (response.ok) return ((await response.json()) as { version: number }).version;
    if (response.status === 409) return "changed";
    return response.status >= 500 || response.status === 429 ? "offline" : "refused";
  } catch {
    return "offline";
  }
}

async function read(url: string): Promise<Changed | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) });
    return response.ok ? ((await response.json()) as Changed) : null;
  } catch {
    return null;
  }
}
