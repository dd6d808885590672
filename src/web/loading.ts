import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiError } from "./api.ts";

/** Something that is being fetched: not here yet, here, or refused. */
export type Loading<T> =
  | { readonly state: "waiting" }
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "failed"; readonly error: ApiError };

/** Fetches a thing whenever its key changes; an answer to an older key is dropped. The second member tries again. */
export function useLoading<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): [Loading<T>, () => void, (value: T) => void] {
  const [held, setHeld] = useState<{ key: string; loading: Loading<T> }>({
    key,
    loading: { state: "waiting" },
  });
  const [attempt, setAttempt] = useState(0);
  // The key stands for all that `load` depends on.
  useEffect(() => {
    const control = new AbortController();
    load(control.signal).then(
      (value) => setHeld({ key, loading: { state: "here", value } }),
      (error: unknown) => {
        if (control.signal.aborted) return;
        setHeld({ key, loading: { state: "failed", error: asApiError(error) } });
      },
    );
    return () => control.abort();
  }, [key, attempt]);
  const retry = useCallback(() => {
    setHeld({ key, loading: { state: "waiting" } });
    setAttempt((n) => n + 1);
  }, [key]);
  const replace = useCallback((value: T) => setHeld({ key, loading: { state: "here", value } }), [key]);
  return [held.key === key ? held.loading : { state: "waiting" }, retry, replace];
}

/** An error of the server as it is; anything else is a fault of the page, shown as one. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError("fault", error instanceof Error ? error.message : String(error), { cause: error });
}
