/** One request and its answer. Only `api.ts` and `bytes.ts` use it, so that no other file can reach the network. */
import { Failure, failureOf } from "./failure";

export type Verb = "GET" | "POST" | "PATCH" | "DELETE";

export interface Options {
  body?: unknown;
  timeout?: number;
  /** Lets the request outlive the page. It cannot wait for compression then. */
  keepalive?: boolean;
  signal?: AbortSignal;
  /** Whose changes these are. Another page of this browser may have signed in as somebody else: then the server refuses. */
  person?: string;
}

/** Answers without a body (204). */
export interface Done {
  done: true;
}

const USUAL_TIMEOUT = 15_000;
const COMPRESS_ABOVE = 8_000;

export async function request<Answer>(verb: Verb, path: string, options: Options = {}): Promise<Answer | Failure> {
  return exchange<Answer>(
    verb,
    path,
    options,
    withBody,
    async (response) => (await read(response)) as Answer | Failure,
  );
}

/** What is sent and what is made of the answer may be anything; what can go wrong on the way is always the same. */
export async function exchange<Answer>(
  verb: Verb | "PUT" | "HEAD",
  path: string,
  options: Options,
  init: (options: Options) => RequestInit | Promise<RequestInit>,
  taken: (response: Response) => Promise<Answer | Failure>,
): Promise<Answer | Failure> {
  const clock = deadline(options.timeout ?? USUAL_TIMEOUT, options.signal);
  try {
    return await taken(await fetch(path, { ...(await init(options)), ...FIXED, method: verb, signal: clock.signal }));
  } catch {
    // fetch and body readers throw for exactly one reason here: nothing complete came back (network, redirect, timeout, cut off).
    return new Failure("offline");
  } finally {
    clock.stop();
  }
}

/** A redirect is never ours: it is a login page of somebody's network. */
const FIXED = { redirect: "error", credentials: "same-origin", cache: "no-store" } as const;

export async function read(response: Response): Promise<Done | unknown | Failure> {
  if (response.status === 204) return { done: true };
  const json = (response.headers.get("content-type") ?? "").includes("json");
  if (response.ok) return json ? await response.json() : new Failure("offline");
  return failureOf(response.status, json ? await response.json().catch(() => null) : null);
}

export function inNameOf(person: string | undefined): Record<string, string> {
  return person === undefined ? {} : { "maatje-person": person };
}

async function withBody({ body, keepalive = false, person }: Options): Promise<RequestInit> {
  const common = { accept: "application/json", ...inNameOf(person) };
  if (body === undefined) return { headers: common };
  const text = JSON.stringify(body);
  const headers = { ...common, "content-type": "application/json" };
  if (keepalive || text.length <= COMPRESS_ABOVE || typeof CompressionStream === "undefined") {
    return { headers, body: text, keepalive };
  }
  return { headers: { ...headers, "content-encoding": "gzip" }, body: await gzip(text) };
}

/** An ArrayBuffer, because WebKit has sent Blobs empty. */
function gzip(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** One signal for "too long" and "called off": `AbortSignal.any` is missing on phones we still meet. */
function deadline(ms: number, outer?: AbortSignal): { signal: AbortSignal; stop(): void } {
  const inner = new AbortController();
  const abort = () => inner.abort();
  const timer = setTimeout(abort, ms);
  outer?.addEventListener("abort", abort, { once: true });
  if (outer?.aborted) abort();
  return {
    signal: inner.signal,
    stop: () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    },
  };
}
