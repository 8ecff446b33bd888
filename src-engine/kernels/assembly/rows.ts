// Moves rows by byte value: a one-hot byte times a matrix is one of its rows, and its gradient goes back to that row.

/** s[r] = Wxh[x[r]]   s (rows,width) with rows lds bytes apart, x (rows) bytes, w (256,width); width a multiple of 4 */
export function gatherRows(s: usize, lds: usize, w: usize, x: usize, rows: i32, width: i32): void {
  const rowBytes = (<usize>width) << 2;
  for (let r = 0; r < rows; r++, s += lds) memory.copy(s, w + <usize>load<u8>(x + r) * rowBytes, rowBytes);
}

/** Which thread a row of Wxh belongs to: four rows beside each other, so that what lies together is done together. */
@inline
function ownerOf(value: i32, owners: i32): i32 {
  return (value >> 2) % owners;
}

/**
 * dWxh[x[r]] = Σ d[r], in the order of the rows, for the byte values v with ⌊v/4⌋ mod owners = owner; the others are left alone
 * dw (256,width), d (rows,width), x (rows) bytes, moving (256) flags of the values met so far; width a multiple of 4
 * The rows of d and x lie in groups: `together` of them, from one group's first to the next's `apart` rows.
 */
export function scatterAddRows(
  dw: usize, d: usize, x: usize, rows: i32, width: i32, moving: usize, owner: i32, owners: i32,
  together: i32, apart: i32,
): void {
  const rowBytes = (<usize>width) << 2;
  const skipped = apart - together;
  for (let r = 0, at = 0; r < rows; r++, at++) {
    if (r > 0 && r % together == 0) at += skipped;
    const value = <i32>load<u8>(x + at);
    if (ownerOf(value, owners) == owner) store<u8>(moving + value, 1);
  }
  for (let value = 0; value < 256; value++) {
    if (ownerOf(value, owners) == owner && load<u8>(moving + value) == 1) {
      memory.fill(dw + <usize>value * rowBytes, 0, rowBytes);
    }
  }
  for (let r = 0, at = 0; r < rows; r++, at++) {
    if (r > 0 && r % together == 0) at += skipped;
    const value = <i32>load<u8>(x + at);
    if (ownerOf(value, owners) != owner) continue;
    let out = dw + <usize>value * rowBytes;
    let row = d + <usize>at * rowBytes;
    for (const end = out + rowBytes; out < end; out += 16, row += 16) {
      v128.store(out, f32x4.add(v128.load(out), v128.load(row)));
    }
  }
}
