/** The network of the devices: each request lies here until the orders say what becomes of it. */
import type { Listener } from "./between";
import { told } from "./bytes";

export interface Call {
  call: number;
  device: string;
  verb: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
  /** The body, if it is no text: in hex. */
  raw: string | null;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
}

type Ends = { answered(reply: Reply): void; failed(): void };

const open = new Map<number, Ends>();
let news: Call[] = [];
let last = 0;

/** The requests that left since the last time. */
export function newCalls(): Call[] {
  const calls = news;
  news = [];
  return calls;
}

export function forgetCalls(): void {
  open.clear();
  news = [];
  last = 0;
}

export function answer(call: number, reply: Reply): void {
  open.get(call)?.answered(reply);
  open.delete(call);
}

export function fail(call: number): void {
  open.get(call)?.failed();
  open.delete(call);
}

/** What a page finds as `fetch`. A dead page's requests do not leave, and it hears of nothing; a frozen one hears later. */
export function fetchOf(device: string, life: Listener): typeof fetch {
  return ((path: string, init: RequestInit) =>
    new Promise((resolve, reject) => {
      if (life.dead) return;
      const fail = () => life.whenAwake(() => reject(new TypeError("Failed to fetch")));
      const call = ++last;
      news.push({
        call,
        device,
        verb: init.method ?? "GET",
        path,
        headers: headersOf(init),
        ...bodyOf(init),
      });
      open.set(call, { answered: (reply) => life.whenAwake(() => resolve(asResponse(reply))), failed: fail });
      init.signal?.addEventListener("abort", () => {
        open.delete(call);
        fail();
      });
    })) as typeof fetch;
}

const headersOf = (init: RequestInit): Record<string, string> => ({ ...(init.headers as Record<string, string>) });

function bodyOf({ body }: RequestInit): Pick<Call, "body" | "raw"> {
  return body instanceof ArrayBuffer ? { body: null, raw: told(body) } : { body: (body as string) ?? null, raw: null };
}

/** As much of a Response as the client looks at. */
function asResponse({ status, headers: said, text }: Reply): Response {
  const headers = new Headers(said);
  return { status, ok: status >= 200 && status < 300, headers, json: async () => JSON.parse(text) } as Response;
}
