// Draws a small chart as SVG that follows the reader's light or dark theme: curves labelled at their ends, or bars.

const WIDTH = 480;
const HEIGHT = 240;
const PLOT = { left: 40, right: 372, top: 26, bottom: 204 };
const LABEL_HEIGHT = 15;

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #64676f }
  .title { fill: #1c1d20 }
  .grid { stroke: #ebebe7 }
  .s0 { --c: #4150c4 } .s1 { --c: #b1480a } .s2 { --c: #23743d } .s3 { --c: #a3267f } .s4 { --c: #0f7285 }
  path { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round }
  path.faint { stroke-width: 1.5; stroke-dasharray: 4 3 }
  rect { fill: var(--c) }
  .name { fill: var(--c); font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #9fa3ac } .title { fill: #ededf0 } .grid { stroke: #31343a }
    .s0 { --c: #a3adff } .s1 { --c: #ff9c5c } .s2 { --c: #6fd08c } .s3 { --c: #f08bd0 } .s4 { --c: #5fc7dd }
  }`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const round = (value) => Number(value.toFixed(1));
const text = (x, y, words, attributes = '') =>
  `<text x="${round(x)}" y="${round(y)}"${attributes}>${escaped(words)}</text>`;

/** About four round numbers over a range. */
function ticksOver(least, most) {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const ticks = [];
  for (let tick = Math.ceil(least / step) * step; tick <= most + step / 1e6; tick += step)
    ticks.push(Number(tick.toPrecision(6)));
  return ticks;
}

const short = (value) => (value >= 1e6 ? `${value / 1e6} M` : value >= 1000 ? `${value / 1000} k` : String(value));

/** Moves labels apart that would lie over one another. */
function apart(labels) {
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  for (const [at, label] of sorted.entries()) {
    if (at > 0) label.y = Math.max(label.y, sorted[at - 1].y + LABEL_HEIGHT);
  }
  const over = (sorted.at(-1)?.y ?? 0) - PLOT.bottom;
  if (over > 0) for (const label of sorted) label.y -= over;
  return sorted;
}

const document = (title, about, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(about)}">
<style>${STYLE}
</style>
${[text(8, 16, title, ' class="title"'), ...parts].join('\n')}
</svg>
`;

/** `curves`: label, points [x, y], and faint for one that stands beside another. */
export function drawCurves({ title, about, xTitle, curves }) {
  const points = curves.flatMap((curve) => curve.points);
  const mostX = Math.max(...points.map(([x]) => x));
  const ys = points.map(([, y]) => y).sort((a, b) => a - b);
  const least = ys[0] - (ys.at(-1) - ys[0]) * 0.04;
  // The steepest beginning, and a loss that jumps, would press everything else flat.
  const most = Math.min(ys.at(-1), ys[Math.floor(ys.length * 0.97)] * 1.05);
  const atX = (x) => PLOT.left + (x / mostX) * (PLOT.right - PLOT.left);
  const atY = (y) => PLOT.bottom - ((Math.min(y, most) - least) / (most - least)) * (PLOT.bottom - PLOT.top);
  const rows = ticksOver(least, most).map(
    (tick) =>
      `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${round(atY(tick))}" y2="${round(atY(tick))}"/>` +
      text(PLOT.left - 6, atY(tick) + 4, String(tick), ' text-anchor="end"'),
  );
  const columns = ticksOver(0, mostX).map((tick) =>
    text(atX(tick), PLOT.bottom + 16, short(tick), ' text-anchor="middle"'),
  );
  const paths = curves.map(({ points: each, isFaint }, at) => {
    const d = each.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(atX(x))} ${round(atY(y))}`).join('');
    return `<g class="s${at % 5}"><path${isFaint ? ' class="faint"' : ''} d="${d}"/></g>`;
  });
  const labels = apart(
    curves.map(({ label, points: each }, at) => ({ label, at, x: atX(each.at(-1)[0]), y: atY(each.at(-1)[1]) + 4 })),
  );
  const names = labels.map(
    ({ label, at, x, y }) => `<g class="s${at % 5}">${text(x + 8, y, label, ' class="name"')}</g>`,
  );
  const axis = text((PLOT.left + PLOT.right) / 2, HEIGHT - 6, xTitle, ' text-anchor="middle"');
  return document(title, about, [...rows, ...columns, ...paths, ...names, axis]);
}

/** `bars`: label and value; `told` writes a value. */
export function drawBars({ title, about, bars, told }) {
  const most = Math.max(...bars.map(({ value }) => value));
  const height = Math.min(34, (PLOT.bottom - PLOT.top) / bars.length - 8);
  const parts = bars.map(({ label, value }, at) => {
    const y = PLOT.top + 14 + at * (height + 12);
    const width = Math.max(2, (value / most) * 280);
    return `<g class="s${at % 5}">${text(96, y + height / 2 + 4, label, ' text-anchor="end" class="name"')}<rect x="104" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="3"/></g>${text(112 + width, y + height / 2 + 4, told(value))}`;
  });
  return document(title, about, parts);
}
