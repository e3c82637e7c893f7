import fc from "fast-check";
import type { Expression, Operand, Scalar } from "@/lib/policy/expression";
import type { Field, RecordSchema } from "@/lib/policy/record-schema";
import { values } from "./things";

/** Any expression about a kind of record, up to `depth` relations and connectives deep. */
export function anExpression(schema: RecordSchema, record: string, depth: number): fc.Arbitrary<Expression> {
  const { fields = {}, relations = {} } = schema[record] ?? {};
  const onFields = Object.entries(fields).map(([name, field]) => ({ weight: 2, arbitrary: onField(name, field) }));
  const constants = fc.constantFrom<Expression>({ op: "always" }, { op: "never" });
  const leaf = fc.oneof({ weight: 1, arbitrary: constants }, ...onFields);
  if (depth === 0) return leaf;
  const inner = anExpression(schema, record, depth - 1);
  const onRelations = Object.entries(relations).map(([relation, { to, many }]) => ({
    weight: 3,
    arbitrary: anExpression(schema, to, depth - 1).map(
      (where): Expression => ({ op: many ? "some" : "is", relation, where }),
    ),
  }));
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 6, arbitrary: inner.map((of): Expression => ({ op: "not", of })) },
    { weight: 4, arbitrary: fc.array(inner, { maxLength: 3 }).map((of): Expression => ({ op: "and", of })) },
    { weight: 4, arbitrary: fc.array(inner, { maxLength: 3 }).map((of): Expression => ({ op: "or", of })) },
    ...onRelations,
  );
}

function onField(field: string, { type }: Field): fc.Arbitrary<Expression> {
  const value: fc.Arbitrary<Scalar> = values[type];
  const operand: fc.Arbitrary<Operand> =
    type === "uuid"
      ? fc.oneof(
          value,
          fc.constantFrom("personId", "contactId", "accountId").map((viewer) => ({ viewer }) as Operand),
        )
      : type === "date"
        ? fc.oneof(value, fc.constant<Operand>({ viewer: "now" }))
        : value;
  const eq = operand.map((it): Expression => ({ op: "eq", field, value: it }));
  const among = fc.array(value, { maxLength: 3 }).map((it): Expression => ({ op: "in", field, values: it }));
  const isNull = fc.constant<Expression>({ op: "isNull", field });
  const inSet = fc.constantFrom("mine", "none").map((set): Expression => ({ op: "inSet", field, set }));
  const order = fc
    .tuple(fc.constantFrom("lt", "lte", "gt", "gte"), operand)
    .map(([op, it]): Expression => ({ op, field, value: it }) as Expression);
  const ordered = type === "int" || type === "date" ? [order, order] : [];
  return fc.oneof(eq, among, isNull, ...(type === "uuid" ? [inSet] : []), ...ordered);
}
