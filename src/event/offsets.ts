/** How many Unicode code points stand before a UTF-16 offset; the offsets of surrogate pairs are counted once. */
export function codePoints(text: string): (utf16: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs.push(++i);
  }
  return (utf16) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < utf16) low = middle + 1;
      else high = middle;
    }
    return utf16 - low;
  };
}
