/** The routes that carry bytes and no JSON: the part of `api.ts` that only files need. */
import { Failure, failed, failureOf } from "./failure";
import { exchange, inNameOf, type Options, read } from "./request";

/** Half a megabyte over a bad line takes its time. */
const PATIENCE = 60_000;
const MISSING = "maatje-missing";
const NOTHING = "none";

const fileOf = (hash: string): string => `/api/files/${hash}`;

export const bytes = {
  /** Which of the pieces the server does not have of what this person sends; none: it has it all. */
  missing: (hash: string, pieces: number, person: string): Promise<number[] | Failure> =>
    exchange("HEAD", fileOf(hash), { person }, headers, async (response) => {
      const missing = response.headers.get(MISSING);
      // A 200 without our word for it is the page of a captive portal: to believe it is to let go of the only copy.
      if (response.status === 200) return missing === NOTHING ? [] : new Failure("offline");
      if (response.status === 404) return spread(missing ?? `0-${pieces - 1}`);
      // An answer to HEAD has no body to tell more: whether a login ended is said with the next round of records.
      return response.status === 401 ? new Failure("signed_out") : failureOf(response.status, null);
    }),
  send: (hash: string, index: number, pieces: number, body: ArrayBuffer, person: string): Promise<unknown> =>
    exchange("PUT", `${fileOf(hash)}/${index}?of=${pieces}`, { person, timeout: PATIENCE }, withBytes(body), read),
  fetch: (hash: string, person: string): Promise<ArrayBuffer | Failure> =>
    exchange("GET", fileOf(hash), { person, timeout: PATIENCE }, headers, async (response) => {
      if (response.ok) return response.arrayBuffer();
      const answer = await read(response);
      return failed(answer) ? answer : new Failure("offline");
    }),
};

/** `0,3-7` → 0 3 4 5 6 7 */
export function spread(ranges: string): number[] {
  return ranges.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

function headers({ person }: Options): RequestInit {
  return { headers: inNameOf(person) };
}

const withBytes =
  (body: ArrayBuffer) =>
  ({ person }: Options): RequestInit => ({
    headers: { "content-type": "application/octet-stream", ...inNameOf(person) },
    body,
  });
