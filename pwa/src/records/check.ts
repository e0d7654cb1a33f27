/** Whether fields fit their kind, judged key by key as the server does. The schemas are loaded when first needed. */
import type { Kind } from "./kinds";

export type Fault = "invalid" | "too_long" | "required";
export type Faults = Readonly<Record<string, Fault>>;

/** What is wrong, by key; empty when all is well. For rules that span keys, hand in the whole record as it will be. */
export async function check(kind: Kind, fields: Readonly<Record<string, unknown>>): Promise<Faults> {
  const { faults } = await import("./validate");
  return faults(kind, fields);
}
