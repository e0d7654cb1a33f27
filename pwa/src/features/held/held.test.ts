import { describe, expect, it } from "vitest";
import type { Me } from "../../records/account";
import type { HeldDraft } from "../../store/held";
import { canAgain, fieldsAgain, textOf, undelivered } from "./held";

const draft = (mid: string, more: Partial<HeldDraft>): HeldDraft => ({
  mid,
  id: "entry",
  kind: "logboek",
  set: {},
  reason: "forbidden",
  at: `2026-11-20T10:00:0${mid}Z`,
  here: false,
  added: {},
  ...more,
});
const may = (...write: string[]) => ({ person: { id: "bram" }, scopes: { "self:bram": { write } } }) as unknown as Me;

describe("what did not arrive", () => {
  const first = draft("1", { set: { depth: "Het begon", mood: 3, session: "0198", done: ["checkin"] } });
  const second = draft("2", { set: { depth: "Het begon stil" }, reason: "chain" });

  it("shows a chain of changes as one text, with the reason of the first", () => {
    const [one, ...others] = undelivered([second, first]);

    expect(others).toEqual([]);
    expect(one?.reason).toBe("forbidden");
    expect(one && textOf(one)).toBe("Het begon stil");
    expect(one?.at).toBe(second.at);
  });

  it("shows each text that was written apart from the other, and begins anew with both", () => {
    const [one] = undelivered([
      draft("2", { set: { depth: "Op de laptop" } }),
      draft("1", { set: { depth: "Op de telefoon" } }),
    ]);

    expect(one?.texts.map(({ text }) => text)).toEqual(["Op de telefoon", "Op de laptop"]);
    expect(one && fieldsAgain(one)).toEqual({ depth: "Op de telefoon\n\nOp de laptop" });
  });

  it("shows what a chain added step by step, where each step tells only what it added", () => {
    const [one] = undelivered([
      draft("1", { set: { depth: "Van Cora. Het begon" }, added: { depth: "Het begon" } }),
      draft("2", { set: { depth: "Van Cora. Het begon stil" }, added: { depth: "stil" }, reason: "chain" }),
    ]);

    expect(one && textOf(one)).toBe("Het begon\n\nstil");
  });

  it("counts what was tapped, and leaves out where it belonged", () => {
    expect(undelivered([first])[0]?.taps).toBe(2);
  });

  it("shows a photo and does not count it among what was tapped", () => {
    const photo = { hash: "a", type: "image/jpeg", bytes: 9, what: "photo", about: "Een vol bord" };
    const [one] = undelivered([draft("1", { set: { mood: 3, "file.0198": photo, "file.0199": null } })]);
    expect(one).toMatchObject({ taps: 1, files: [{ about: "Een vol bord" }] });
  });

  it("shows only the words that were added to another's text", () => {
    const [one] = undelivered([draft("1", { set: { depth: "Van Cora en van mij" }, added: { depth: "en van mij" } })]);
    expect(one?.texts).toEqual([{ key: "depth", text: "en van mij" }]);
  });

  it("keeps a single word of a field that is made for words", () => {
    const [one] = undelivered([draft("1", { kind: "goal", set: { text: "Slapen", state: "open" } })]);
    expect(one?.texts).toEqual([{ key: "text", text: "Slapen" }]);
  });

  it("counts what has nothing to read as one, below what does, and throws it all away at once", () => {
    const who = (mid: string, state: string) => draft(mid, { id: mid, kind: "attendance", set: { state } as never });
    const [text, bare, ...others] = undelivered([who("1", "present"), who("3", "absent"), second]);

    expect(others).toEqual([]);
    expect([text?.kind, text?.count]).toEqual(["logboek", 1]);
    expect([bare?.kind, bare?.count]).toEqual(["attendance", 2]);
    expect(bare?.drafts.map(({ mid }) => mid)).toEqual(["3", "1"]);
  });

  it("has a sentence for every reason, also one it does not know", () => {
    const codes =
      "malformed unknown_kind chain forbidden id_wrong invalid mid_reused moved failed too_big refused erased";

    for (const reason of codes.split(" ")) expect(undelivered([draft("1", { reason })])[0]?.reason).toBe(reason);
    expect(undelivered([draft("1", { reason: "something_new" })])[0]?.reason).toBe("unknown");
  });

  it("can be begun anew by who may, with all that was said and not where it could not go", () => {
    const [one] = undelivered([
      draft("1", { set: { depth: "Het ging", mood: 3, handed_in: "2026-11-20", next: null } as never }),
    ]);
    if (!one) throw new Error("there is one");

    expect(canAgain(one, may("logboek"))).toBe(true);
    expect(canAgain(one, may("goal"))).toBe(false);
    expect(fieldsAgain(one)).toEqual({ depth: "Het ging", mood: 3 });
  });

  it("does not bring back what was thrown away", () => {
    const [one] = undelivered([draft("1", { set: { deleted: true } })]);
    expect(one && canAgain(one, may("logboek"))).toBe(false);
  });
});
