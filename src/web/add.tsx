import { useEffect, useState } from "preact/hooks";
import { reportAddress } from "./address.ts";
import { type ApiError, addReport, type NewReport } from "./api.ts";
import { asApiError } from "./loading.ts";
import { Failure, Waiting } from "./message.tsx";
import { navigate } from "./navigation.ts";

const nothing: NewReport = { text: "", title: "", date: "", publication: "" };

/** A form for one pasted report, which is coded, stored and shown. */
export function AddPage() {
  const [given, setGiven] = useState(nothing);
  const [state, setState] = useState<"idle" | "coding" | ApiError>("idle");
  useEffect(() => {
    document.title = "Add a text · Demarche";
  }, []);
  const set =
    (name: keyof NewReport) => (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setGiven({ ...given, [name]: event.currentTarget.value });
    };
  const submit = (event: Event) => {
    event.preventDefault();
    if (state === "coding" || given.text.trim() === "") return;
    setState("coding");
    addReport(given).then(
      ({ report }) => navigate(reportAddress(report)),
      (error: unknown) => setState(asApiError(error)),
    );
  };
  return (
    <form class="add" onSubmit={submit}>
      <h1>Add a text</h1>
      <p class="hint">
        The text stays on this machine. Header lines such as “Publication:” and “Date:” are read as in a file.
        A date makes “yesterday” and “Sunday” into days.
      </p>
      <label>
        Text of the report
        <textarea
          required
          rows={16}
          value={given.text}
          onInput={set("text")}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
      </label>
      <div class="fields">
        <label>
          Title <span class="optional">optional</span>
          <input type="text" maxLength={1000} value={given.title} onInput={set("title")} />
        </label>
        <label>
          Publication <span class="optional">optional</span>
          <input type="text" maxLength={300} value={given.publication} onInput={set("publication")} />
        </label>
        <label>
          Published on <span class="optional">optional</span>
          <input type="date" value={given.date} onInput={set("date")} />
        </label>
      </div>
      <p class="actions">
        <button type="submit" class="primary" disabled={state === "coding" || given.text.trim() === ""}>
          Code and store
        </button>
        {state === "coding" && <Waiting>Coding the text …</Waiting>}
      </p>
      {typeof state === "object" && <Failure error={state} what="The text was not added" />}
    </form>
  );
}
