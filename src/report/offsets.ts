/**
 * How many Unicode code points stand before a UTF-16 offset of a text, as R and Python count. An offset inside a surrogate
 * pair counts as the one before it.
 */
export function codePointOffsets(text: string): (utf16: number) => number {
  const seconds: number[] = [];
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800)
      seconds.push(i);
  }
  if (seconds.length === 0) return (utf16) => utf16;
  return (utf16) => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (seconds[middle]! < utf16) low = middle + 1;
      else high = middle;
    }
    return utf16 - low;
  };
}
