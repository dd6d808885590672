import { useEffect, useState } from "preact/hooks";
import { type Address, parseAddress } from "./address.ts";

type Listener = () => void;
const listeners = new Set<Listener>();

/** Goes to an address of the workbench; `replace` leaves no step to go back to. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (to === location.pathname + location.search) return;
  if (options.replace ?? false) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  for (const listener of listeners) listener();
}

/** The address that the page is at, kept up as it changes. */
export function useAddress(): Address {
  const [address, setAddress] = useState(readAddress);
  useEffect(() => {
    const update = () => setAddress(readAddress());
    listeners.add(update);
    addEventListener("popstate", update);
    return () => {
      listeners.delete(update);
      removeEventListener("popstate", update);
    };
  }, []);
  return address;
}

function readAddress(): Address {
  return parseAddress(location.pathname, location.search);
}

/** Follows plain clicks on the workbench's own links without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href") ?? null;
  if (link === null || href === null || !href.startsWith("/") || href.startsWith("/api/")) return;
  if (link.target !== "" || link.hasAttribute("download")) return;
  event.preventDefault();
  navigate(href);
}

/** Calls back for keys pressed outside form fields and without modifiers. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select") !== null) return;
      onKey(event);
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [onKey]);
}
