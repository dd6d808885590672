import type { ComponentChildren } from "preact";
import type { ApiError } from "./api.ts";

/** Said while something is on its way. */
export function Waiting({ children }: { children: ComponentChildren }) {
  return (
    <p class="waiting" role="status">
      {children}
    </p>
  );
}

const remedies: Readonly<Record<string, string>> = {
  "store-busy": "Another program is writing to the store. It gives it back in a moment.",
  unreachable: "Start it again in a terminal, then try again here.",
  "no-such-report": "It may belong to another store. The list shows what this one holds.",
};

/** A failure in words, with what to do. */
export function Failure({ error, what, onRetry }: { error: ApiError; what: string; onRetry?: () => void }) {
  const remedy = remedies[error.code];
  return (
    <section class="message failure" role="alert">
      <h2>{what}</h2>
      <p>{sentence(error.message)}</p>
      {remedy !== undefined && <p>{remedy}</p>}
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}

function sentence(words: string): string {
  const start = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

/** Said of text that was made up for the example crisis, wherever it is shown. */
export function ExampleNotice() {
  return (
    <p class="notice example">
      <strong>Example text.</strong> This report was made up for the example crisis. Its publication and its
      agencies do not exist.
    </p>
  );
}

/** Said of every coding that no person has checked. */
export function MachineNotice({ coder }: { coder: string }) {
  return (
    <p class="notice machine">
      <strong>Machine-coded,</strong> not checked by a person. Codes are the codebook’s and say nothing on
      anybody’s status. <span class="coder">{coder}</span>
    </p>
  );
}
