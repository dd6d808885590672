const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date in EDTF as prose: `1998-10-05` "5 October 1998", `XXXX-10-05` "5 October, year not known", `1998-02/..` "since February 1998". */
export function dateWords(edtf: string): string {
  const slash = edtf.indexOf("/");
  if (slash < 0) return pointWords(edtf);
  const first = edtf.slice(0, slash);
  const last = edtf.slice(slash + 1);
  if (isOpen(first)) return isOpen(last) ? "not known" : `until ${pointWords(last)}`;
  if (isOpen(last)) return `since ${pointWords(first)}`;
  return `${pointWords(first)} to ${pointWords(last)}`;
}

function isOpen(end: string): boolean {
  return end === "" || end === "..";
}

function pointWords(point: string): string {
  const parts = /^(\d{4}|X{4}|\d{2,3}X{1,2})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%])?$/.exec(point);
  if (parts === null) return point;
  const [, year = "", month, day, mark] = parts;
  const name = months[Number(month) - 1];
  const words = [];
  if (day !== undefined && day !== "XX") words.push(String(Number(day)));
  if (name !== undefined) words.push(name);
  const known = /^\d{4}$/.test(year) ? year : null;
  if (known === null && /\d/.test(year)) return point;
  if (known === null && words.length === 0) return "not known";
  const date = known === null ? `${words.join(" ")}, year not known` : [...words, known].join(" ");
  return mark === undefined ? date : `about ${date}`;
}

/** Dates of a record as prose, or null where nothing is known. */
export function datesWords(of: {
  readonly date: string | null;
  readonly enddate?: string | null;
  readonly date_edtf: string | null;
}): string | null {
  if (of.date_edtf !== null && of.date_edtf !== "") return dateWords(of.date_edtf);
  const { date, enddate = null } = of;
  if (date === null) return enddate === null ? null : dateWords(`../${enddate}`);
  return enddate === null || enddate === date ? dateWords(date) : dateWords(`${date}/${enddate}`);
}
