/** What a statement blocks on a table while its migration runs. Each migration is one transaction. */
export type Blocks = "reads and writes" | "writes" | "changes of its rows";

export interface Effect {
  readonly table: string;
  readonly blocks: Blocks;
  /** Why the version before can't run on the result; undefined if it can. */
  readonly breaks?: string;
}

interface Relation {
  readonly relname: string;
}
interface Constraint {
  readonly contype: string;
  readonly conname?: string;
}
interface AlterCommand {
  readonly subtype: string;
  readonly name?: string;
  readonly def?: {
    readonly Constraint?: Constraint;
    readonly ColumnDef?: {
      readonly colname?: string;
      readonly constraints?: readonly { readonly Constraint: Constraint }[];
    };
  };
}
interface Named {
  readonly String?: { readonly sval: string };
  readonly List?: { readonly items: readonly Named[] };
  readonly TypeName?: { readonly names: readonly Named[] };
}

/** The kinds of statements that matter here, as PostgreSQL's parser names them. */
export interface Statement {
  readonly AlterTableStmt?: {
    readonly relation: Relation;
    readonly cmds: readonly { readonly AlterTableCmd: AlterCommand }[];
  };
  readonly CreateStmt?: { readonly relation: Relation };
  readonly DropStmt?: { readonly removeType: string; readonly objects: readonly Named[] };
  readonly RenameStmt?: { readonly relation?: Relation; readonly newname: string; readonly subname?: string };
  readonly IndexStmt?: { readonly relation: Relation; readonly unique?: boolean; readonly concurrent?: boolean };
  readonly CreatePolicyStmt?: { readonly table: Relation };
  readonly CreateTrigStmt?: { readonly relation: Relation };
  readonly UpdateStmt?: { readonly relation: Relation };
  readonly DeleteStmt?: { readonly relation: Relation };
  readonly AlterEnumStmt?: { readonly typeName: readonly Named[]; readonly oldVal?: string; readonly newVal: string };
}

/** The effects of one statement; none for what adds only. */
export function effectsOf(statement: Statement): Effect[] {
  const { AlterTableStmt, RenameStmt, IndexStmt, CreatePolicyStmt, CreateTrigStmt, UpdateStmt, DeleteStmt } = statement;
  if (AlterTableStmt)
    return AlterTableStmt.cmds.map(({ AlterTableCmd }) => altered(AlterTableStmt.relation, AlterTableCmd));
  if (statement.DropStmt) return dropped(statement.DropStmt);
  if (RenameStmt) {
    const table = RenameStmt.relation?.relname ?? RenameStmt.newname;
    const what = RenameStmt.subname ? `column ${RenameStmt.subname}` : "the table";
    return [{ table, blocks: "reads and writes", breaks: `renames ${what} to ${RenameStmt.newname}` }];
  }
  if (IndexStmt) return indexed(IndexStmt);
  if (CreatePolicyStmt) return [{ table: CreatePolicyStmt.table.relname, blocks: "reads and writes" }];
  if (CreateTrigStmt) return [{ table: CreateTrigStmt.relation.relname, blocks: "writes" }];
  const rewritten = UpdateStmt ?? DeleteStmt;
  if (rewritten) return [{ table: rewritten.relation.relname, blocks: "changes of its rows" }];
  const { AlterEnumStmt } = statement;
  if (AlterEnumStmt?.oldVal === undefined) return [];
  const breaks = `renames the value ${AlterEnumStmt.oldVal} to ${AlterEnumStmt.newVal}`;
  return [{ table: lastName(AlterEnumStmt.typeName), blocks: "reads and writes", breaks }];
}

function altered({ relname: table }: Relation, { subtype, name, def }: AlterCommand): Effect {
  const effect = { table, blocks: "reads and writes" } as const;
  switch (subtype) {
    case "AT_DropColumn":
      return { ...effect, breaks: `drops column ${name}` };
    case "AT_SetNotNull":
      return { ...effect, breaks: `makes column ${name} required` };
    case "AT_AlterColumnType":
      return { ...effect, breaks: `changes the type of column ${name}` };
    case "AT_AddColumn": {
      const kinds = (def?.ColumnDef?.constraints ?? []).map(({ Constraint }) => Constraint.contype);
      const filled = kinds.some((kind) => ["CONSTR_DEFAULT", "CONSTR_GENERATED", "CONSTR_IDENTITY"].includes(kind));
      if (!kinds.includes("CONSTR_NOTNULL") || filled) return effect;
      return { ...effect, breaks: `adds the required column ${def?.ColumnDef?.colname} without a default` };
    }
    case "AT_AddConstraint":
      return { ...effect, breaks: `adds the constraint ${def?.Constraint?.conname}` };
    case "AT_ValidateConstraint":
      return { table, blocks: "changes of its rows" };
    default:
      return effect;
  }
}

/** Dropping a constraint, an index, a policy or a trigger takes nothing away that the version before names. */
const named: Readonly<Record<string, string>> = {
  OBJECT_TABLE: "the table",
  OBJECT_VIEW: "the view",
  OBJECT_TYPE: "the type",
  OBJECT_SCHEMA: "the schema",
  OBJECT_SEQUENCE: "the sequence",
};

function dropped({ removeType, objects }: NonNullable<Statement["DropStmt"]>): Effect[] {
  const what = named[removeType];
  if (what === undefined) return [];
  return objects.map((object) => {
    const table = lastName(object.List?.items ?? object.TypeName?.names ?? [object]);
    return { table, blocks: "reads and writes", breaks: `drops ${what} ${table}` };
  });
}

function indexed({ relation, unique, concurrent }: NonNullable<Statement["IndexStmt"]>): Effect[] {
  const breaks = unique ? { breaks: "adds a unique index" } : {};
  return [{ table: relation.relname, blocks: concurrent ? "changes of its rows" : "writes", ...breaks }];
}

const lastName = (names: readonly Named[]): string => names.at(-1)?.String?.sval ?? "";
