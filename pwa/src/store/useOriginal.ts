/** The file itself for as long as it is on the screen: an address for `<img>` or `<audio>`, or why there is none. */
import { useEffect, useState } from "preact/hooks";
import type { NamedFile } from "../records/files";
import { original, type Why } from "./originals";
import { online } from "./status";

export interface Looked {
  src: string | null;
  data: ArrayBuffer | null;
  why: Why | null;
  again: () => void;
}

const NOTHING = { src: null, data: null, why: null };

export function useOriginal(record: string, file: NamedFile): Looked {
  const [looked, setLooked] = useState<Omit<Looked, "again">>(NOTHING);
  const [turn, setTurn] = useState(0);
  const connected = online.value;
  useEffect(() => {
    let over = false;
    let src: string | null = null;
    original(record, file).then((came) => {
      if (over) return;
      if (!(came instanceof ArrayBuffer)) return setLooked({ ...NOTHING, why: came });
      src = URL.createObjectURL(new Blob([came], { type: file.type }));
      setLooked({ src, data: came, why: null });
    });
    return () => {
      over = true;
      if (src) URL.revokeObjectURL(src);
    };
  }, [record, file.hash, turn, looked.src === null && connected]);
  const again = () => {
    setLooked(NOTHING);
    setTurn(turn + 1);
  };
  return { ...looked, again };
}
