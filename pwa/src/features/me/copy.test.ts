import { expect, test } from "vitest";
import { nl } from "../../i18n/nl";
import { later } from "../../i18n/nl.later";
import type { OnlyHere } from "../../store/only-here";
import { asPage } from "./copy";

const words = { ...nl, ...later };
const at = "2026-11-22T10:00:00Z";
const change = { mid: "m1", id: "r", kind: "logboek", set: { depth: "Het werd stil", mood: 4 }, at };
const held = {
  mid: "m3",
  id: "h",
  kind: "goal",
  set: { text: "Niet aangekomen tekst" },
  reason: "forbidden",
  at,
  here: true,
  added: {},
};

function page(more: Partial<OnlyHere>): string {
  return asPage({ changes: [], drafts: [], held: [], media: [], ...more }, "vandaag", words);
}

test("F108: the copy holds what was not sent, what is half typed and what did not arrive", () => {
  const drafts = [{ id: "d", kind: "reflection", key: "text", text: "Half getypt", over: null, at }];
  const html = page({ changes: [change, { ...change, mid: "m2", set: { mood: 5 } }], drafts, held: [held] });

  for (const text of [
    "Het werd stil",
    "Half getypt",
    "Niet aangekomen tekst",
    '<dd style="white-space:pre-wrap">5</dd>',
  ]) {
    expect(html).toContain(text);
  }
  expect(html.match(/<h2>logboek<\/h2>/g)).toHaveLength(1);
});

test("F108: the copy holds the photos and recordings themselves", () => {
  const data = new Uint8Array(19_998).fill(1).buffer;
  const html = page({
    media: [
      { type: "image/jpeg", data },
      { type: "audio/webm", data: new Uint8Array([2]).buffer },
    ],
  });

  expect(html).toContain(`<img src="data:image/jpeg;base64,${"AQEB".repeat(6_666)}"`);
  expect(html).toContain('<audio controls src="data:audio/webm;base64,Ag=="');
});

test("words that look like code stay words", () => {
  const html = page({ changes: [{ ...change, set: { depth: '<script>alert("x")</script>' } }] });

  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)");
});
