import { expect, test } from "vitest";
import type { Changes } from "../engine/ports";
import { leaving } from "./file-purge";
import type { KeptFile } from "./file-rows";
import { freshMeta } from "./meta";
import { tooMuch } from "./originals";
import { BRAM } from "./testing/device";

const row = (hash: string, more: Partial<KeptFile> = {}): KeptFile => ({
  hash,
  type: "image/jpeg",
  bytes: 10,
  records: ["logboek"],
  own: false,
  safeIn: null,
  used: 0,
  ...more,
});
const theirs = row("theirs");
const unsent = row("unsent", { own: true });
const sent = row("sent", { own: true, safeIn: "g1" });

type News = { gone?: string[]; erased?: string[]; came?: { id: string; fields: object }[]; gen?: string };

function after({ gone = [], erased = [], came = [], gen = "g1" }: News, rows = [theirs, unsent, sent]) {
  const { put, remove } = leaving(rows, {
    confirmed: { put: came as Changes["confirmed"]["put"], remove: gone },
    drafts: { remove: erased, unbase: [] },
    meta: { ...freshMeta(BRAM), gen },
  });
  return { shrink: put.map(({ hash, records }) => [hash, records]), go: remove.map(({ hash }) => hash) };
}

test("F112: what was read through a record leaves with it; one's own that was not sent stays", () => {
  expect(after({ gone: ["logboek"] })).toEqual({ shrink: [], go: ["theirs", "sent"] });
});

test("F112: a server that was restored may not have one's own any more, so it stays", () => {
  expect(after({ gone: ["logboek"], gen: "g2" })).toEqual({ shrink: [], go: ["theirs"] });
});

test("F116: of an erased record nothing stays", () => {
  expect(after({ gone: ["logboek"], erased: ["logboek"] })).toEqual({ shrink: [], go: ["theirs", "unsent", "sent"] });
});

test("F112: what its writer took out of the record leaves the devices of its readers", () => {
  const came = [{ id: "logboek", fields: { "file.x": { hash: "another" } } }];

  expect(after({ came })).toEqual({ shrink: [], go: ["theirs"] });
  expect(after({ came: [{ id: "logboek", fields: { "file.x": { hash: "theirs" } } }] }).go).toEqual([]);
});

test("what another record shows as well stays for that one", () => {
  const shared = row("shared", { records: ["logboek", "version"] });

  expect(after({ gone: ["logboek"] }, [shared])).toEqual({ shrink: [["shared", ["version"]]], go: [] });
});

test("room is made by what was not looked at for longest, never by what is only here", () => {
  const rows = [
    row("old", { used: 1 }),
    row("new", { used: 3 }),
    row("mine", { own: true, bytes: 99 }),
    row("mid", { used: 2 }),
  ];

  expect(tooMuch(rows, 10, "g1", 30).map(({ hash }) => hash)).toEqual(["old"]);
  expect(tooMuch(rows, 25, "g1", 30).map(({ hash }) => hash)).toEqual(["new", "mid", "old"]);
});
