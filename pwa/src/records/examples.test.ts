/** The same examples as tests/contract/ runs on the server's validator: both sides must agree. */
import { type Schema, Validator } from "@cfworker/json-schema";
import { describe, expect, it } from "vitest";
import starter from "../../../shared/starter/templates.json";
import { check } from "./check";
import { isKind } from "./kinds";
import { SCHEMAS } from "./schemas.gen";

const files = import.meta.glob<Record<string, unknown>>("../../../shared/schemas/examples/*/*.json", {
  eager: true,
  import: "default",
});
const examples = Object.entries(files).map(([path, fields]) => {
  const [kind = "", name = ""] = path.split("/").slice(-2);
  return { kind, name, fields };
});

describe.each(examples)("$kind $name", ({ kind, name, fields }) => {
  it(name.startsWith("valid-") ? "fits its schema" : "does not fit its schema", () => {
    const schema = SCHEMAS[kind as keyof typeof SCHEMAS] as Schema;

    expect(new Validator(schema, "2020-12").validate(fields).valid).toBe(name.startsWith("valid-"));
  });
});

describe("check", () => {
  it.each(examples.filter(({ name }) => name.startsWith("valid-")))(
    "finds no fault in $kind $name",
    async ({ kind, fields }) => {
      if (!isKind(kind)) throw new Error(kind);

      expect(await check(kind, fields)).toEqual({});
    },
  );

  it("names each key that does not fit", async () => {
    const found = await check("logboek", {
      mood: 6,
      energy: "half",
      "worked.w07": "maybe",
      depth: "x".repeat(100_001),
    });

    expect(found).toEqual({ mood: "invalid", "worked.w07": "invalid", depth: "too_long" });
  });

  it("counts a character of four bytes as one", async () => {
    expect(await check("goal", { text: "😀".repeat(100_000) })).toEqual({});
  });

  it("lets a partial record and a removed key be", async () => {
    expect(await check("session", { title: "Toetsweek", place: null })).toEqual({});
  });

  it("keeps an unknown key of legal form and refuses any other", async () => {
    expect(await check("goal", { colour: "blue", "Not a key": 1 })).toEqual({ "Not a key": "invalid" });
  });

  it("asks for the text of a question", async () => {
    expect(await check("review", { state: "question", text: "  " })).toEqual({ text: "required" });
    expect(await check("review", { state: "question", text: "Hoe dan?" })).toEqual({});
  });
});

describe("the starter set", () => {
  it.each(Object.entries(starter))("%s fits the schema of templates", async (key, template) => {
    expect(new Validator(SCHEMAS.template as Schema, "2020-12").validate(template).errors).toEqual([]);
    expect(template.key).toBe(key);
  });
});
