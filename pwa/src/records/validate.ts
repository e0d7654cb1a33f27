/** The schemas and their validator: a chunk of its own, which check.ts loads. */
import { type Schema, Validator } from "@cfworker/json-schema";
import type { Fault, Faults } from "./check";
import type { Kind } from "./kinds";
import { SCHEMAS } from "./schemas.gen";

const LEGAL = /^[a-z0-9][a-z0-9_-]{0,39}(\.[a-z0-9][a-z0-9_-]{0,39})?$/;
const TOO_LONG = new Set(["maxLength", "maxItems"]);
const made = new Map<string, Validator>();

export function faults(kind: Kind, fields: Readonly<Record<string, unknown>>): Faults {
  const found: Record<string, Fault> = { ...missing(kind, fields) };
  for (const [key, value] of Object.entries(fields)) {
    const fault = faultOf(kind, key, value);
    if (fault) found[key] = fault;
  }
  return found;
}

/** A key that this version does not know is kept if its name is legal; null removes a key, so there is nothing to judge. */
function faultOf(kind: Kind, key: string, value: unknown): Fault | undefined {
  if (!LEGAL.test(key)) return "invalid";
  const schema = propertyOf(SCHEMAS[kind] as Schema, key);
  if (schema === undefined || value === null || value === undefined) return undefined;
  const { valid, errors } = validator(`${kind}/${key}`, schema).validate(value);
  if (valid) return undefined;
  return errors.some((error) => TOO_LONG.has(error.keyword)) ? "too_long" : "invalid";
}

function propertyOf(kind: Schema, key: string): Schema | undefined {
  const family = Object.entries(kind.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(key));
  const own = Object.entries(kind.properties ?? {}).find(([name]) => name === key) ?? family;
  return own && { $defs: kind.$defs ?? {}, ...(own[1] as Schema) };
}

/** The one rule that spans keys: what `then` requires where `if` fits. */
function missing(kind: Kind, fields: Readonly<Record<string, unknown>>): Faults {
  const { properties: _each, required: _whole, additionalProperties: _others, ...rule } = SCHEMAS[kind] as Schema;
  if (!rule.if || validator(`${kind}?`, rule).validate(fields).valid) return {};
  return Object.fromEntries((rule.then?.required ?? []).map((key: string) => [key, "required"]));
}

function validator(name: string, schema: Schema): Validator {
  const known = made.get(name) ?? new Validator(schema, "2020-12");
  made.set(name, known);
  return known;
}
