/** Letters that no decomposition turns into a plain one. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  ı: "i",
  ß: "ss",
};

/** Without diacritics: "Račak" and "Racak" are one name. */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐłŁøØıß]/g, (letter) => PLAIN[letter]!)
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑–]/g, "-");
}

/**
 * A name or word cut into the pieces by which names are compared: runs of letters and digits, and each other mark by
 * itself; full stops are dropped. So "Bosnia-Herzegovina" is the same in one token or three, and U.S. the same as US.
 */
export function pieces(text: string): string[] {
  if (/^[A-Za-z0-9]+$/.test(text)) return [text];
  return (
    fold(text)
      .replace(/\./g, "")
      .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  );
}
