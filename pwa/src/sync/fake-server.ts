/** A server for tests: one scope, every mutation is taken once. It can lose answers, be unreachable, or not be itself. */
import { checksum } from "../engine/checksum";
import type { Answer, Mutation, Request, Wire } from "../engine/types";
import { type FakeFiles, fakeFiles } from "./fake-files";

export type Mood =
  | "well"
  | "offline"
  | "portal"
  | "busy"
  | "loses the answer"
  | "wrong number"
  | "revoked"
  | "signed out";

export interface FakeServer {
  mood: Mood;
  requests: Request[];
  paths: string[];
  applied: Map<string, Mutation>;
  records: Map<string, Wire>;
  files: FakeFiles;
  fetch: typeof fetch;
}

export function fakeServer(person: string): FakeServer {
  const server: FakeServer = {
    mood: "well",
    requests: [],
    paths: [],
    applied: new Map(),
    records: new Map(),
    files: fakeFiles(),
    fetch: async (path, init) => {
      server.paths.push(`${init?.method} ${path}`);
      if (init?.signal?.aborted || server.mood === "offline") throw new TypeError("Failed to fetch");
      return MOODS[server.mood]?.() ?? answerTo(server, person, String(path), init);
    },
  };
  return server;
}

const MOODS: Partial<Record<Mood, () => Response>> = {
  portal: () => new Response("<h1>Welkom op de trein</h1>", { headers: { "content-type": "text/html" } }),
  busy: () => json({ error: "busy" }, 503),
  revoked: () => json({ error: "revoked" }, 401),
  "signed out": () => json({ error: "signed_out" }, 401),
};

async function answerTo(server: FakeServer, person: string, path: string, init: RequestInit = {}): Promise<Response> {
  if (path === "/api/me") {
    return json({
      person: { id: person, name: "Bram", email: null, language: "nl" },
      roles: [],
      scopes: {},
      programmes: [],
      communities: [],
      demo: false,
    });
  }
  if (path === "/api/held") return json({ held: [] });
  if (path.startsWith("/api/files/")) return server.files.answer(path, init);
  if (path !== "/api/sync") return new Response(null, { status: 204 });
  const request = JSON.parse(await textOf(init.body)) as Request;
  server.requests.push(request);
  for (const mutation of request.mutations) apply(server, person, mutation);
  if (server.mood === "loses the answer") throw new TypeError("Failed to fetch");
  return json(answer(server, person, request));
}

function apply(server: FakeServer, person: string, mutation: Mutation): void {
  if (server.applied.has(mutation.mid)) return;
  server.applied.set(mutation.mid, mutation);
  const before = server.records.get(mutation.id);
  server.records.set(mutation.id, {
    id: mutation.id,
    kind: mutation.kind,
    scope: mutation.scope ?? before?.scope ?? "",
    rev: `g1.${server.applied.size}`,
    author: person,
    deleted: false,
    fields: { ...before?.fields, ...mutation.set } as Wire["fields"],
    siblings: [],
  });
}

function answer(server: FakeServer, person: string, request: Request): Answer {
  const scope = `self:${person}`;
  const pos = server.applied.size;
  const records = [...server.records.values()];
  const results = request.mutations.map((one) => [one.mid, { status: "ok", rev: server.records.get(one.id)?.rev }]);
  return {
    n: server.mood === "wrong number" ? request.n + 7 : request.n,
    gen: "g1",
    stale: false,
    now: new Date().toISOString(),
    lease: new Date(Date.now() + 14 * 86_400_000).toISOString(),
    held: 0,
    results: Object.fromEntries(results),
    records: request.pull === false ? [] : records,
    outs: [],
    cursors: { [scope]: pos },
    drop: [],
    reset: request.cursors[scope] === undefined ? [scope] : [],
    erased: [],
    more: false,
    check: { [scope]: { pos, ...checksum(records as never) } },
  };
}

async function textOf(body: RequestInit["body"]): Promise<string> {
  if (typeof body === "string") return body;
  return new Response(
    new Response(body as ArrayBuffer).body?.pipeThrough(new DecompressionStream("gzip") as never),
  ).text();
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
