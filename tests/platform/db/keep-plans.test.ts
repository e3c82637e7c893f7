import { describe, expect, it } from "vitest";
import { keepPlans } from "@/lib/platform/db/keep-plans";

/** Counts what it compiles; a plan is the number of its compilation. */
function counting() {
  let compiled = 0;
  const { QueryCompiler, other } = keepPlans({
    other: "kept",
    QueryCompiler: class {
      compile(_request: string): unknown {
        return { compilation: ++compiled };
      }
    },
  });
  return { QueryCompiler, other, compilations: () => compiled };
}

const creating = (text: string, action = "createMany") =>
  JSON.stringify({ modelName: "AuditEvent", action, query: { arguments: { data: { text } } } });

describe("the plan of a createMany", () => {
  it("is compiled once for requests that are alike", () => {
    const { QueryCompiler, other, compilations } = counting();
    const compiler = new QueryCompiler();
    const [first, second] = [compiler.compile(creating("one")), compiler.compile(creating("two"))];
    expect(second).not.toBe(first);
    expect(compiler.compile(creating("one"))).toBe(first);
    const returning = compiler.compile(creating("one", "createManyAndReturn"));
    expect(compiler.compile(creating("one", "createManyAndReturn"))).toBe(returning);
    expect(compilations()).toBe(3);
    expect(other).toBe("kept");
  });

  it("is not kept where Prisma keeps it itself, nor where it is very long", () => {
    const { QueryCompiler, compilations } = counting();
    const compiler = new QueryCompiler();
    for (const request of [creating("one", "createOne"), creating("one", "findMany"), creating("long".repeat(3_000))])
      expect(compiler.compile(request)).not.toBe(compiler.compile(request));
    expect(compilations()).toBe(6);
  });

  it("is kept for the limited number of requests used last", () => {
    const { QueryCompiler, compilations } = counting();
    const compiler = new QueryCompiler();
    const often = compiler.compile(creating("often"));
    for (let number = 0; number < 300; number++) {
      compiler.compile(creating(String(number)));
      expect(compiler.compile(creating("often"))).toBe(often);
    }
    expect(compilations()).toBe(301);
    compiler.compile(creating("0"));
    expect(compilations()).toBe(302);
  });

  it("belongs to one compiler only, which knows its schema and database", () => {
    const { QueryCompiler } = counting();
    const plan = new QueryCompiler().compile(creating("one"));
    expect(new QueryCompiler().compile(creating("one"))).not.toBe(plan);
  });
});
