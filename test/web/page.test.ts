import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReadRecordShape } from "../../src/record/index.ts";
import type { Listening, ReportSource, ReportsSource } from "../../src/server/index.ts";
import { memoryStore, recordOf } from "../server/fixture.ts";
import { axeViolations, builtPages, chromiumPath, openBrowser, openPage, serveApp } from "./browser.ts";
import { reading } from "./reading.ts";

const others = Array.from({ length: 60 }, (_, i) =>
  recordOf({
    id: i.toString(16).padStart(64, "0"),
    text: `Talks in Tessin went on, day ${i}. The ministers left without a word.`,
    title: i % 2 === 0 ? `Talks, day ${i}` : null,
    date: "2031-04-01",
  }),
);

describe("the reading used here", () => {
  it("has the form that the program writes", () => {
    const { error } = ReadRecordShape.safeParse(reading);
    expect(error?.issues ?? []).toEqual([]);
  });
});

describe.skipIf(chromiumPath === null)("the workbench", () => {
  let browser: Browser;
  let server: Listening;
  let pages: Awaited<ReturnType<typeof builtPages>>;
  const added: ReportSource[] = [];

  const start = (store: ReportsSource) =>
    serveApp({
      store,
      pool: {
        async addReport(source) {
          added.push(source);
          return { report: reading.report, added: true };
        },
      },
      resourcesVersion: "abc",
      pages,
    });
  const reportPath = `/reports/${reading.report}`;

  beforeAll(async () => {
    pages = await builtPages();
    server = await start(memoryStore([reading, ...others]));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a page, lets a test look at it, and holds it to have had no complaint. */
  async function visit(
    path: string,
    look: (page: Awaited<ReturnType<typeof openPage>>["page"]) => Promise<void>,
    options: Parameters<typeof openPage>[1] = {},
  ) {
    const { page, complaints, close } = await openPage(browser, options);
    await page.goto(server.address + path);
    await page.waitForSelector("h1, h2");
    await look(page);
    expect(complaints).toEqual([]);
    await close();
  }

  it("lists the reports, and shows more on demand", () =>
    visit("/", async (page) => {
      await page.waitForSelector(".row");
      expect(await page.locator(".row").count()).toBe(50);
      await page.getByRole("button", { name: /more/ }).click();
      await page.waitForFunction(() => document.querySelectorAll(".row").length === 61);
      expect(await page.locator(".more").count()).toBe(0);
    }));

  it("filters as one types, and the address says so", () =>
    visit("/", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("kerem front");
      await page.waitForFunction(() => document.querySelectorAll(".row").length === 1);
      expect(new URL(page.url()).search).toBe("?q=kerem%20front");
      await page.getByRole("searchbox").fill("zzz");
      await page.getByText("No report has the words").waitFor();
    }));

  it("is worked by keys from the list to a card and back", () =>
    visit("/", async (page) => {
      await page.waitForSelector(".row");
      for (const key of ["j", "j", "k", "Enter"]) await page.keyboard.press(key);
      await page.waitForSelector(".text .mark");
      expect(new URL(page.url()).pathname).toBe(reportPath);
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() =>
        document.querySelector("#card-title")?.textContent?.includes("CONSULT"),
      );
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() =>
        document.querySelector("#card-title")?.textContent?.includes("THREATEN"),
      );
      expect(new URL(page.url()).pathname).toBe(`${reportPath}/acts/event-warned`);
      expect(await page.locator(".mark[aria-current]").innerText()).toBe("warned");
      await page.keyboard.press("ArrowLeft");
      await page.waitForFunction(() =>
        document.querySelector("#card-title")?.textContent?.includes("CONSULT"),
      );
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: "6 events" }).waitFor();
      expect(new URL(page.url()).pathname).toBe(reportPath);
    }));

  it("opens a card from a mark with Enter, and gives the focus back", () =>
    visit(reportPath, async (page) => {
      const mark = page.locator(".mark", { hasText: "refused" });
      await mark.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "card-title");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => document.activeElement?.textContent === "refused");
    }));

  it("shows on whose word, under which condition, and why", () =>
    visit(`${reportPath}/acts/event-warned`, async (page) => {
      const card = page.getByRole("complementary");
      for (const words of [
        "Ministers of Ostravia and Belmark",
        "armed group",
        "13 May 2031",
        "Pilot Wire (13 May 2031)",
        "unless it pulls its fighters out of the valley",
        "demanded pulls",
        "threatened frozen",
        "frames.tsv:212",
        "Machine-coded, not checked by a person",
      ]) {
        expect(await card.innerText()).toContain(words);
      }
      expect(await page.locator(".text .recipient").allInnerTexts()).toEqual(["the Kerem Front"]);
    }));

  it("says of what is only demanded that it is not asserted", () =>
    visit(`${reportPath}/acts/inner-withdraw`, async (page) => {
      expect(await page.locator(".card-head").innerText()).toContain("Not asserted: demanded");
      await page.locator(".card-head a").click();
      await page.waitForFunction(() =>
        document.querySelector("#card-title")?.textContent?.includes("THREATEN"),
      );
    }));

  it("steps through events on the same words by clicking again", () =>
    visit(reportPath, async (page) => {
      const mark = page.locator(".mark", { hasText: "spoke by telephone" });
      await mark.click();
      await page.waitForURL(/event-call-norland$/);
      await mark.click();
      await page.waitForURL(/event-call-westmark$/);
    }));

  it("shows the text whole and as text, whatever it holds", () =>
    visit(reportPath, async (page) => {
      const shown = (await page.locator("article.text p").allInnerTexts()).join(" ");
      const squeezed = (words: string) => words.replace(/\s+/g, " ").trim();
      expect(squeezed(shown)).toBe(squeezed(reading.text));
      expect(await page.locator("h1").innerText()).toBe(reading.title);
      expect(await page.locator("main script").count()).toBe(0);
      expect(await page.title()).toContain("Valley dispute");
    }));

  it("shows what was left uncoded, and where", () =>
    visit(reportPath, async (page) => {
      await page.getByText("not said to have happened", { exact: true }).click();
      await page.getByRole("button", { name: "fighting may resume" }).click();
      expect(await page.locator(".text .spot").allInnerTexts()).toEqual(["fighting may resume"]);
    }));

  it("says that it is example text and coded by a machine", () =>
    visit(reportPath, async (page) => {
      expect(await page.locator(".report-head").innerText()).toMatch(/Example text\.[\s\S]*Machine-coded,/);
    }));

  it("adds a text and shows it", () =>
    visit("/add", async (page) => {
      await page.getByLabel("Text of the report").fill("Talks began in Tessin.");
      await page.getByLabel("Title").fill("<b>Talks</b>");
      await page.getByRole("button", { name: "Code and store" }).click();
      await page.waitForSelector(".text .mark");
      expect(added.at(-1)).toMatchObject({ text: "Talks began in Tessin.", title: "<b>Talks</b>" });
    }));

  it("refuses scripts and styles that are not its own", async () => {
    const { page, complaints, close } = await openPage(browser);
    await page.goto(server.address);
    await page.waitForSelector(".row");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'owned'";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", `<i id="styled" style="color: rgb(1, 2, 3)">x</i>`);
    });
    expect(await page.title()).toBe("Reports · Demarche");
    expect(await page.locator("#styled").evaluate((one) => getComputedStyle(one).color)).not.toBe(
      "rgb(1, 2, 3)",
    );
    expect(complaints.length).toBeGreaterThanOrEqual(2);
    await close();
  });

  it.each([
    ["list", "/"],
    ["report", reportPath],
    ["card", `${reportPath}/acts/event-refused`],
    ["form", "/add"],
    ["empty list", "/?q=zzz"],
    ["address without a page", "/reports/%E0%A4%A"],
  ])("satisfies axe on its %s, light and dark, wide and narrow", async (_name, path) => {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1280, 380]) {
        const options = { colorScheme, viewport: { width, height: 800 } };
        await visit(
          path,
          async (page) => {
            await page.waitForFunction(() => document.querySelector(".waiting") === null);
            for (const details of await page.locator("summary").all()) await details.click();
            expect(await axeViolations(page)).toEqual([]);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
            expect(wide).toBe(false);
          },
          options,
        );
      }
    }
  });

  it("says what to do when the store is empty, when it is held, and when the program has gone", async () => {
    let isHeld = true;
    const store = memoryStore([]);
    const held = await start({
      ...store,
      listReports: (query) =>
        isHeld
          ? Promise.reject(Object.assign(new Error("held"), { code: "store-busy" }))
          : store.listReports(query),
    });
    const { page, close } = await openPage(browser);
    await page.goto(held.address);
    await page.getByText("Another program is writing to the store").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    isHeld = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No reports yet").waitFor();
    await held.close();
    await page.getByRole("searchbox").fill("anything");
    await page.getByText("Start it again in a terminal").waitFor();
    await close();
  });
});
