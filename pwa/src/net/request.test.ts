import { afterEach, expect, test, vi } from "vitest";
import { api } from "./api";
import { Failure, failed } from "./failure";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const JSON_TYPE = { "content-type": "application/json" };
const answering = (body: BodyInit | null, init: ResponseInit = {}) =>
  vi.stubGlobal("fetch", async () => new Response(body, { headers: JSON_TYPE, ...init }));

async function kindOf(answer: Promise<unknown>): Promise<string | undefined> {
  const it = await answer;
  return failed(it) ? it.kind : undefined;
}

test.each([
  [
    "a captive portal that says 200 with HTML",
    "<h1>Welkom op de trein</h1>",
    { headers: { "content-type": "text/html" } },
  ],
  ["a portal that forbids with HTML", "<h1>Inloggen</h1>", { status: 403, headers: { "content-type": "text/html" } }],
  ["a network that wants a login first", "", { status: 511 }],
  ["a body that was cut off", '{"n": 4, "records": [{"id"', {}],
  ["an empty 200", "", {}],
])("%s is offline", async (_, body, init) => {
  answering(body, init);

  expect(await kindOf(api.sync({}))).toBe("offline");
});

test.each([
  [401, "signed_out", "signed_out"],
  [401, "revoked", "revoked"],
  [426, "upgrade_required", "upgrade"],
  [413, "too_large", "too_big"],
  [429, "too_many", "busy"],
  [503, "busy", "busy"],
  [400, "malformed", "refused"],
  [404, "not_found", "refused"],
])("%i %s is %s", async (status, error, kind) => {
  answering(JSON.stringify({ error, fields: {} }), { status });

  expect(await kindOf(api.sync({}))).toBe(kind);
});

test("a proxy's own 502 and 413 mean what they say, also in HTML", async () => {
  answering("<h1>502</h1>", { status: 502, headers: { "content-type": "text/html" } });
  const bad = await kindOf(api.sync({}));
  answering("<h1>413</h1>", { status: 413, headers: { "content-type": "text/html" } });

  expect([bad, await kindOf(api.sync({}))]).toEqual(["busy", "too_big"]);
});

test("a redirect is not followed", async () => {
  const fetch = vi.fn(async () => Promise.reject(new TypeError("redirected")));
  vi.stubGlobal("fetch", fetch);

  expect(await kindOf(api.me())).toBe("offline");
  expect(fetch.mock.calls[0]).toEqual(["/api/me", expect.objectContaining({ redirect: "error" })]);
});

test("who waits too long is offline", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    return new Promise((_, refuse) =>
      signal?.addEventListener("abort", () => refuse(new DOMException("", "AbortError"))),
    );
  });
  const answer = kindOf(api.me());
  await vi.advanceTimersByTimeAsync(20_000);

  expect(await answer).toBe("offline");
});

test("a refusal says which field and why", async () => {
  answering(JSON.stringify({ error: "malformed", fields: { email: "invalid" } }), { status: 400 });

  expect(await api.code("x")).toEqual(new Failure("refused", "malformed", { email: "invalid" }));
});

test("no content is done", async () => {
  answering(null, { status: 204 });

  expect(await api.signOut()).toEqual({ done: true });
});

test("a large body goes compressed, a small one and the last one of a page do not", async () => {
  const sent: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(init);
    return new Response("{}", { headers: JSON_TYPE });
  });
  const large = { text: "woord ".repeat(4_000) };
  await api.sync(large);
  await api.sync({ text: "klein" });
  await api.sync(large, { keepalive: true });

  const [first, ...others] = sent;
  const packed = first?.body as ArrayBuffer;
  const unpacked = new Response(packed).body?.pipeThrough(new DecompressionStream("gzip") as never);
  expect(packed.byteLength).toBeLessThan(1_000);
  expect(await new Response(unpacked).json()).toEqual(large);
  expect(others.map((init) => "content-encoding" in (init.headers as object))).toEqual([false, false]);
  expect(others.map((init) => init.keepalive)).toEqual([false, true]);
});
