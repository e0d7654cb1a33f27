import { expect, it } from "vitest";
import { generate } from "../../scripts/types.mjs";

const committed = import.meta.glob<string>("./*.gen.ts", { eager: true, query: "?raw", import: "default" });

it("the generated files are those that the schemas make today", async () => {
  const fresh = Object.entries(await generate()).map(([name, text]) => [`./${name}`, text]);

  expect(committed).toEqual(Object.fromEntries(fresh));
});
