import { useEffect } from "preact/hooks";
import { AddPage } from "./add.tsx";
import { ListPage } from "./list.tsx";
import { followLinks, useAddress } from "./navigation.ts";
import { ReportPage } from "./report.tsx";

/** The workbench. */
export function App() {
  const address = useAddress();
  useEffect(() => {
    document.addEventListener("click", followLinks);
    return () => document.removeEventListener("click", followLinks);
  }, []);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href="/">
          <img src="/icon.svg" alt="" width="22" height="22" />
          Demarche
        </a>
        <nav aria-label="Pages">
          <a href="/" aria-current={address.page === "list" ? "page" : undefined}>
            Reports
          </a>
          <a href="/add" aria-current={address.page === "add" ? "page" : undefined}>
            Add a text
          </a>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {address.page === "list" && <ListPage words={address.words} />}
        {address.page === "report" && (
          <ReportPage id={address.report} act={address.act} key={address.report} />
        )}
        {address.page === "add" && <AddPage />}
        {address.page === "nowhere" && <NowherePage />}
      </main>
    </>
  );
}

function NowherePage() {
  return (
    <section class="message">
      <h1>There is nothing at this address</h1>
      <p>
        The <a href="/">list of reports</a> shows all that the store holds.
      </p>
    </section>
  );
}
