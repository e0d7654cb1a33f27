/** The history of a record, from the server: only it has all of it. null while it is asked. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../../net/api";
import { type Failure, failed } from "../../net/failure";
import type { HistoryAnswer } from "../../records/account";

export interface History {
  answer: HistoryAnswer | Failure | null;
  again: () => void;
}

export function useHistory(id: string): History {
  const answer = useSignal<History["answer"]>(null);
  const ask = () => {
    answer.value = null;
    api.history(id).then((came) => {
      answer.value = came;
    });
  };
  useEffect(ask, [id]);
  return { answer: answer.value, again: ask };
}

export function revisionsIn({ answer }: History): HistoryAnswer["revisions"] {
  return answer && !failed(answer) ? answer.revisions : [];
}
