/** The files of the server for tests: a file is whole when it was told how many pieces there are and has as many. */
export interface FakeFiles {
  /** By hash: the pieces that came, by their number. */
  pieces: Map<string, Map<number, ArrayBuffer>>;
  /** What it says to any piece. */
  refuses: string | null;
  /** How often what arrived is not what was sent. */
  spoils: number;
  answer(path: string, init: RequestInit): Response;
}

export function fakeFiles(): FakeFiles {
  const counts = new Map<string, number>();
  const verbs: Record<string, (hash: string, index: string, of: string, body: unknown) => Response> = {
    HEAD: (hash) => told(files.pieces.get(hash), counts.get(hash)),
    GET: (hash) => whole(files.pieces.get(hash)),
    PUT: (hash, index, of, body) => {
      if (files.refuses) return refusal(files.refuses, files.refuses === "quota" ? 413 : 422);
      counts.set(hash, Number(of));
      const have = new Map(files.pieces.get(hash)).set(Number(index), body as ArrayBuffer);
      files.pieces.set(hash, have);
      if (files.spoils === 0 || have.size < Number(of)) return new Response(null, { status: 204 });
      files.spoils -= 1;
      files.pieces.delete(hash);
      counts.delete(hash);
      return refusal("hash_wrong", 400);
    },
  };
  const files: FakeFiles = {
    pieces: new Map(),
    refuses: null,
    spoils: 0,
    answer: (path, { method = "GET", body }) => {
      const [, hash = "", index = "", of = ""] = /files\/(\w+)(?:\/(\d+)\?of=(\d+))?$/.exec(path) ?? [];
      return verbs[method]?.(hash, index, of, body) ?? refusal("not_found", 404);
    },
  };
  return files;
}

type Pieces = ReadonlyMap<number, ArrayBuffer>;

function told(have: Pieces = new Map(), count = 0): Response {
  const missing = [...Array(count).keys()].filter((one) => !have.has(one));
  if (count > 0 && missing.length === 0) return new Response(null, { headers: { "maatje-missing": "none" } });
  return new Response(null, { status: 404, headers: count > 0 ? { "maatje-missing": missing.join() } : {} });
}

function whole(have: Pieces = new Map()): Response {
  return have.size > 0 ? new Response(new Blob([...have.values()])) : refusal("not_found", 404);
}

function refusal(error: string, status: number): Response {
  return new Response(JSON.stringify({ error }), { status, headers: { "content-type": "application/json" } });
}
