import { useState } from "preact/hooks";
import { ActionBar } from "../src/ui/ActionBar";
import { Button } from "../src/ui/Button";
import { Card } from "../src/ui/Card";
import { Chip } from "../src/ui/Chip";
import { Chips } from "../src/ui/Chips";
import { Faces } from "../src/ui/Faces";
import { Field } from "../src/ui/Field";
import { PageHead } from "../src/ui/PageHead";
import { Readers } from "../src/ui/Readers";
import { type Presence, Tiles } from "../src/ui/Tiles";

const NAMES = ["Amina", "Daan", "Fatima", "Jesse", "Lina", "Milan", "Noor", "Sem"];
const DONE = ["Check-in of kletsen", "Samen aan school gewerkt", "Brief aan jezelf", "Iemand apart gesproken"];

export function Entry() {
  const [mood, setMood] = useState<number | null>(4);
  const [away, setAway] = useState<Record<string, Presence>>({ Jesse: "absent", Noor: "late" });
  const [done, setDone] = useState<string[]>(["Check-in of kletsen", "Brief aan jezelf"]);
  const [energy, setEnergy] = useState<string | null>("half");
  const [text, setText] = useState("Het was stiller dan anders, tot Lina vertelde over");
  const [note, setNote] = useState("");
  return (
    <>
      <PageHead title="Sessie 5 · dinsdag 24 november" sub="Jouw groep · lokaal 3.12 · 14:00–15:15" back="/logboek" section="Logboek" mark="here" />
      <Faces label="Hoe ging het?" value={mood} onChange={setMood} labels={["Stroef", "Matig", "Gewoon", "Fijn", "Top"]} />
      <Tiles
        label="Wie was er?"
        aside="7 van 8"
        people={NAMES.map((name) => ({ id: name, name, state: away[name] ?? "present" }))}
        onTap={(id, next) => setAway({ ...away, [id]: next })}
      />
      <Chips kind="many" label="Wat hebben jullie gedaan?" options={DONE.map((label) => ({ id: label, label }))} value={done} onChange={setDone}>
        <Chip icon="plus" label="Iets anders" />
      </Chips>
      <Chips
        kind="one"
        label="Hoe is jouw batterij?"
        options={[
          { id: "empty", label: "Leeg" },
          { id: "half", label: "Half" },
          { id: "full", label: "Vol" },
        ]}
        value={energy}
        onChange={setEnergy}
      />
      <Field label="Wat viel op?" hint="Eén zin is genoeg." kind="words" value={text} onInput={setText} />
      <Card kind="private" label={<Readers onlyMe />}>
        <Field label="Alleen voor jezelf: wat wil je onthouden?" kind="private" rows={2} value={note} onInput={setNote} />
      </Card>
      <ActionBar note={<Readers names={["Senna", "Cora"]} />}>
        <Button kind="primary">Inleveren</Button>
      </ActionBar>
    </>
  );
}
