import type { Attribute, Comparison, Expression, Operand, Scalar, ViewerRef } from "./expression";
import type { Field, RecordSchema, Relation, ValueOf } from "./record-schema";

declare const reads: unique symbol;

/** An expression about one kind of record that knows, as a type, which parts of the record it reads. */
export interface Typed<Reads = unknown> {
  readonly expression: Expression;
  readonly [reads]?: (record: Reads) => void;
}

/** What a typed expression reads of its record. */
export type ReadsOf<T> = T extends Typed<infer Reads> ? Reads : never;

type FieldsOf<S extends RecordSchema, R extends keyof S> = S[R]["fields"];
type RelationsOf<S extends RecordSchema, R extends keyof S> = S[R]["relations"];
type Value<F> = F extends Field ? ValueOf<F> : never;
type Refs<F> = F extends { type: "uuid" }
  ? ViewerRef<Exclude<Attribute, "now">>
  : F extends { type: "date" }
    ? ViewerRef<"now">
    : never;
type Equal<F> = Exclude<Value<F>, null> | Refs<F>;
type KeysOf<Fields, T extends Field["type"]> = {
  [K in keyof Fields]: Fields[K] extends { type: T; values?: undefined } ? K : never;
}[keyof Fields] &
  string;
type EnumKeys<Fields> = {
  [K in keyof Fields]: Fields[K] extends { values: readonly string[] } ? K : never;
}[keyof Fields] &
  string;
type RelationKeys<Relations, Many extends boolean> = {
  [K in keyof Relations]: Relations[K] extends { many: Many } ? K : never;
}[keyof Relations] &
  string;
type Target<S extends RecordSchema, Rel> = Rel extends Relation ? Extract<Rel["to"], keyof S> : never;
type Optional<Rel, Inner> = Rel extends { nullable: true } ? Inner | null : Inner;

export interface Builder<S extends RecordSchema, R extends keyof S, F = FieldsOf<S, R>, L = RelationsOf<S, R>> {
  eq<K extends keyof F & string>(field: K, value: Equal<F[K]>): Typed<{ readonly [P in K]: Value<F[K]> }>;
  in<K extends keyof F & string>(
    field: K,
    values: readonly Exclude<Value<F[K]>, null>[],
  ): Typed<{ readonly [P in K]: Value<F[K]> }>;
  inSet<K extends KeysOf<F, "uuid"> | EnumKeys<F>>(field: K, set: string): Typed<{ readonly [P in K]: Value<F[K]> }>;
  compare<K extends KeysOf<F, "int" | "date">>(
    field: K,
    op: Comparison,
    value: Equal<F[K]>,
  ): Typed<{ readonly [P in K]: Value<F[K]> }>;
  isNull<K extends keyof F & string>(field: K): Typed<{ readonly [P in K]: Value<F[K]> }>;
  some<K extends RelationKeys<L, true>, Inner>(
    relation: K,
    where: (target: Builder<S, Target<S, L[K]>>) => Typed<Inner>,
  ): Typed<{ readonly [P in K]: readonly Inner[] }>;
  is<K extends RelationKeys<L, false>, Inner>(
    relation: K,
    where: (target: Builder<S, Target<S, L[K]>>) => Typed<Inner>,
  ): Typed<{ readonly [P in K]: Optional<L[K], Inner> }>;
}

/** Builds expressions about one kind of record. Unknown fields and relations don't compile. */
export function about<S extends RecordSchema, R extends keyof S>(_schema: S, _record: R): Builder<S, R> {
  return builder as unknown as Builder<S, R>;
}

/** An attribute of the viewer, to compare with. */
export const viewer = <A extends Attribute>(attribute: A): ViewerRef<A> => ({ viewer: attribute });

export const and = <A, B>(a: Typed<A>, b: Typed<B>): Typed<A & B> => join("and", a, b);
export const or = <A, B>(a: Typed<A>, b: Typed<B>): Typed<A & B> => join("or", a, b);
export const not = <A>(a: Typed<A>): Typed<A> => ({ expression: { op: "not", of: a.expression } });

type Inner = (target: typeof builder) => Typed;

const builder = {
  eq: (field: string, value: Operand): Typed => ({ expression: { op: "eq", field, value } }),
  in: (field: string, values: readonly Scalar[]): Typed => ({ expression: { op: "in", field, values } }),
  inSet: (field: string, set: string): Typed => ({ expression: { op: "inSet", field, set } }),
  compare: (field: string, op: Comparison, value: Operand): Typed => ({ expression: { op, field, value } }),
  isNull: (field: string): Typed => ({ expression: { op: "isNull", field } }),
  some: (relation: string, where: Inner): Typed => ({
    expression: { op: "some", relation, where: where(builder).expression },
  }),
  is: (relation: string, where: Inner): Typed => ({
    expression: { op: "is", relation, where: where(builder).expression },
  }),
};

function join<A, B>(op: "and" | "or", a: Typed<A>, b: Typed<B>): Typed<A & B> {
  return { expression: { op, of: [a.expression, b.expression] } };
}
