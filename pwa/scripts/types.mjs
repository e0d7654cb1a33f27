/**
 * Writes what the phone needs of shared/schemas: types for the compiler, a small table for the engine, and the list of schemas that are
 * loaded only when something is checked. `npm run types` writes; a test holds the written files against this.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compile } from "json-schema-to-typescript";

const SCHEMAS = join(import.meta.dirname, "../../shared/schemas");
const RECORDS = join(import.meta.dirname, "../src/records");
const HEAD = "// Made from shared/schemas by `npm run types`; change those, not this.\n\n";
const NOT_KINDS = new Set(["envelope", "sync"]);

/** The generated files, by name. */
export async function generate() {
  const kinds = readKinds();
  return {
    "types.gen.ts": HEAD + (await types(kinds)),
    "kinds.gen.ts": HEAD + table(kinds),
    "schemas.gen.ts": HEAD + schemas(Object.keys(kinds)),
  };
}

function readKinds() {
  const names = readdirSync(SCHEMAS)
    .filter((file) => file.endsWith(".schema.json"))
    .map((file) => basename(file, ".schema.json"))
    .filter((name) => !NOT_KINDS.has(name));
  return Object.fromEntries(names.sort().map((name) => [name, read(name)]));
}

function read(name) {
  return JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), "utf8"));
}

async function types(kinds) {
  const parts = [];
  for (const schema of Object.values(kinds)) parts.push(await interfaceOf(schema));
  const lines = Object.keys(kinds).map((kind) => `  ${kind}: ${typeName(kind)};`);
  return `${parts.join("\n")}\n/** Each kind with its fields. */\nexport interface Records {\n${lines.join("\n")}\n}\n`;
}

/** A family (`worked.*`) becomes a template key: the compiler of schemas would make it an index over every key. */
async function interfaceOf({ patternProperties, if: _if, then: _then, ...schema }) {
  const source = await compile(bareReferences(schema), schema.title, { bannerComment: "", ignoreMinAndMaxItems: true });
  const families = Object.entries(patternProperties ?? {});
  if (families.length === 0) return source;
  const lines = families.map(familyLine);
  const parts = await Promise.all(families.map(([, family]) => partOf(schema, family)));
  return source.replace(/\n}\s*$/, `\n${lines.join("\n")}\n}\n`) + parts.join("");
}

/** What the keys of a family hold, where that has parts of its own. */
async function partOf(schema, family) {
  if (!family.$ref) return "";
  const { if: _if, then: _then, else: _else, ...part } = schema.$defs[nameOf(family)];
  return `\n${await compile({ title: nameOf(family), ...part }, nameOf(family), { bannerComment: "" })}`;
}

function nameOf({ $ref }) {
  return $ref.replace("#/$defs/", "");
}

/** A reference with a description beside it would become a type of its own (Bilingual1, Bilingual2 …). */
function bareReferences(schema) {
  return JSON.parse(JSON.stringify(schema), (_key, value) => (value?.$ref ? { $ref: value.$ref } : value));
}

function familyLine([pattern, schema]) {
  const name = /^\^(\w+)\\\./.exec(pattern)[1];
  const values = schema.$ref ? typeName(nameOf(schema)) : schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  return `  /**\n   * ${schema.description}\n   */\n  [part: \`${name}.\${string}\`]: ${values};`;
}

function typeName(name) {
  return name.replace(/(?:^|_)(\w)/g, (_all, letter) => letter.toUpperCase());
}

function table(kinds) {
  const rows = Object.entries(kinds).map(([kind, schema]) => `  ${kind}: ${JSON.stringify(row(schema))},`);
  const { "x-namespace": namespace } = read("envelope");
  return `export const NAMESPACE = ${JSON.stringify(namespace)};\n\nexport const KINDS = {\n${rows.join("\n")}\n} as const;\n`;
}

/** Only what differs from the defaults, because this is part of the first load. */
function row(schema) {
  const merge = marked(schema, "x-merge");
  const actor = Object.keys(marked(schema, "x-actor"));
  return {
    ...(Object.keys(merge).length > 0 && { merge }),
    ...(actor.length > 0 && { actor }),
    ...(schema["x-id"] && { id: schema["x-id"] }),
    ...(schema["x-parent"] && { parent: schema["x-parent"] }),
  };
}

function marked(schema, mark) {
  const properties = Object.entries(schema.properties).filter(([, property]) => property[mark]);
  return Object.fromEntries(properties.map(([key, property]) => [key, property[mark]]));
}

function schemas(names) {
  const imports = names.map((name) => `import ${name} from "../../../shared/schemas/${name}.schema.json";`);
  return `${imports.join("\n")}\n\nexport const SCHEMAS = { ${names.join(", ")} };\n`;
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(await generate())) writeFileSync(join(RECORDS, name), text);
}
