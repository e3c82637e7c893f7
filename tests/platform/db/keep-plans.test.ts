import { describe, expect, it } from "vitest";
import { keepPlans } from "@/lib/platform/db/keep-plans";

/** Counts what it compiles; a plan is the number of its compilation. */
function counting() {
  let compiled = 0;
  const { QueryCompiler, other } = keepPlans({
    other: "kept",
    QueryCompiler: class {
      constructor(readonly options: object) {}

      compile(_request: string): unknown {
        return { compilation: ++compiled };
      }

      free(): void {
        compiled = Number.NaN;
      }
    },
  });
  return { QueryCompiler, other, compilations: () => compiled };
}

const creating = (text: string, action = "createMany") =>
  JSON.stringify({ modelName: "AuditEvent", action, query: { arguments: { data: { text } } } });

const schema = { datamodel: "model A {}", provider: "postgresql" };

describe("the plan of a request", () => {
  it("is compiled once for requests that are alike", () => {
    const { QueryCompiler, other, compilations } = counting();
    const compiler = new QueryCompiler(schema);
    const [first, second] = [compiler.compile(creating("one")), compiler.compile(creating("two"))];
    expect(second).not.toBe(first);
    expect(compiler.compile(creating("one"))).toBe(first);
    const returning = compiler.compile(creating("one", "createManyAndReturn"));
    expect(compiler.compile(creating("one", "createManyAndReturn"))).toBe(returning);
    expect(compilations()).toBe(3);
    expect(other).toBe("kept");
  });

  it("is not kept where the request is very long", () => {
    const { QueryCompiler, compilations } = counting();
    const compiler = new QueryCompiler(schema);
    const long = creating("long".repeat(3_000));
    expect(compiler.compile(long)).not.toBe(compiler.compile(long));
    expect(compilations()).toBe(2);
  });

  it("is kept however many different createMany come between", () => {
    const { QueryCompiler, compilations } = counting();
    const compiler = new QueryCompiler(schema);
    const reading = compiler.compile(creating("one", "findMany"));
    for (let number = 0; number < 1_100; number++) compiler.compile(creating(String(number)));
    expect(compiler.compile(creating("one", "findMany"))).toBe(reading);
    expect(compilations()).toBe(1_101);
  });

  it("is kept for the limited number of requests used last", () => {
    const { QueryCompiler, compilations } = counting();
    const compiler = new QueryCompiler(schema);
    const often = compiler.compile(creating("often"));
    for (let number = 0; number < 300; number++) {
      compiler.compile(creating(String(number)));
      expect(compiler.compile(creating("often"))).toBe(often);
    }
    expect(compilations()).toBe(301);
    compiler.compile(creating("0"));
    expect(compilations()).toBe(302);
  });

  it("is that of all clients of one schema and database, and outlives each of them", () => {
    const { QueryCompiler, compilations } = counting();
    const compiler = new QueryCompiler(schema);
    const plan = compiler.compile(creating("one"));
    compiler.free();
    expect(new QueryCompiler({ ...schema }).compile(creating("one"))).toBe(plan);
    expect(compilations()).toBe(1);
  });

  it("is not that of another schema", () => {
    const { QueryCompiler } = counting();
    const plan = new QueryCompiler(schema).compile(creating("one"));
    expect(new QueryCompiler({ ...schema, datamodel: "model B {}" }).compile(creating("one"))).not.toBe(plan);
  });
});
