import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftSaver, type Standing } from "@/components/support/tickets/draft-saver";

/** As much of a browser as it uses: a form whose fields can be read, a page, and a server that answers when told. */
class Form extends EventTarget {
  message = "";
}
class Page extends EventTarget {
  hidden = false;
}

type Sent = { message: string; version: number };
let form: Form;
let page: Page;
let sent: Sent[];
let reported: Standing[];
let answers: ((answer: Response | Error) => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  [form, page, sent, reported, answers] = [new Form(), new Page(), [], [], []];
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal(
    "FormData",
    class {
      constructor(private readonly of: Form) {}
      get = (): string => this.of.message;
    },
  );
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return new Promise((resolve, reject) =>
      answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const listen = (first = 0) => {
  const kept = { url: "/draft", fields: ["message"], first, report: (standing: Standing) => reported.push(standing) };
  return new DraftSaver(form as never, kept).listen();
};
const type = (message: string) => {
  form.message = message;
  form.dispatchEvent(new Event("input"));
};
const submit = (name?: string) =>
  form.dispatchEvent(Object.assign(new Event("submit"), { submitter: name === undefined ? null : { name } }));
/** The server answers the oldest request. */
const answer = async (given: number | Error, status = 200) => {
  const response = given instanceof Error ? given : new Response(JSON.stringify({ version: given }), { status });
  answers.shift()?.(response);
  await vi.advanceTimersByTimeAsync(0);
};
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("a draft", () => {
  it("is saved once the typing pauses, with the version that the server gave before", async () => {
    listen(3);
    type("He");
    await wait(700);
    type("Hello");
    await wait(799);
    expect(sent).toEqual([]);
    await wait(1);
    expect(sent).toEqual([{ message: "Hello", version: 3 }]);
    await answer(4);
    expect(reported).toEqual(["saved"]);
    type("Hello!");
    await wait(800);
    expect(sent[1]).toEqual({ message: "Hello!", version: 4 });
  });

  it("is sent by one request at a time; what is typed meanwhile follows with the new version", async () => {
    listen();
    type("One");
    await wait(800);
    type("One two");
    await wait(5_000);
    expect(sent).toHaveLength(1);
    await answer(1);
    await wait(800);
    expect(sent[1]).toEqual({ message: "One two", version: 1 });
  });

  it("is tried again after five seconds while the server can't be reached, and says so", async () => {
    listen();
    type("Offline");
    await wait(800);
    await answer(new Error("no network"));
    expect(reported).toEqual(["offline"]);
    await wait(4_999);
    expect(sent).toHaveLength(1);
    await wait(1);
    await answer(0, 503);
    await wait(5_000);
    await answer(1);
    expect([sent.length, reported]).toEqual([3, ["offline", "offline", "saved"]]);
  });

  it("that was changed elsewhere is never overwritten", async () => {
    listen(1);
    type("Mine");
    await wait(800);
    await answer(0, 409);
    expect(reported).toEqual(["changed"]);
    type("Mine again");
    await wait(60_000);
    expect(sent).toHaveLength(1);
  });

  it("is saved at once when the page is hidden or left, and not afterwards", async () => {
    const stop = listen();
    type("Hidden");
    page.hidden = true;
    page.dispatchEvent(new Event("visibilitychange"));
    expect(sent).toEqual([{ message: "Hidden", version: 0 }]);
    await answer(1);
    type("Left");
    stop();
    expect(sent[1]).toEqual({ message: "Left", version: 1 });
    type("After");
    await wait(60_000);
    expect(sent).toHaveLength(2);
  });
});

describe("a form that is sent", () => {
  it("saves no draft of what was sent, and starts anew", async () => {
    listen();
    type("Sent");
    submit();
    await wait(5_000);
    expect(sent).toEqual([]);
    form.dispatchEvent(new Event("reset"));
    expect(reported).toEqual(["idle"]);
    type("Next");
    await wait(800);
    expect(sent).toEqual([{ message: "Next", version: 0 }]);
  });

  it("discards the draft that was on its way and arrived after it", async () => {
    listen();
    type("Late");
    await wait(800);
    submit();
    form.dispatchEvent(new Event("reset"));
    await answer(1);
    expect(sent[1]).toEqual({ message: "", version: 1 });
  });

  it("keeps its draft if it is only previewed", async () => {
    listen();
    type("Preview");
    submit("preview");
    await wait(800);
    expect(sent).toEqual([{ message: "Preview", version: 0 }]);
  });
});
