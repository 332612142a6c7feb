// The table and the goals of a measurement.

const columns = [
  ["FCP", "paint"],
  ["text", "text"],
  ["LCP", "largest"],
  ["LCP warm", "warm"],
  ["app up", "up"],
  ["up warm", "upWarm"],
  ["kB", "bytes", (bytes) => (bytes / 1000).toFixed(1)],
  ["CLS", "shifts", (shifts) => shifts.toFixed(3)],
  ["open ahead", "ahead"],
  ["open", "opened"],
];

/** The middle of some numbers; nothing if there are none. */
export function median(numbers) {
  const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The medians of a site's trials. */
export const medians = (trials) => Object.fromEntries(columns.map(([, key]) => [key, median(trials.map((trial) => trial[key]))]));

/** A row for each site. `results` is a map from the name of a site to its medians. */
export function table(results) {
  const width = Math.max(...[...results.keys()].map((name) => name.length));
  const cell = (text, [title]) => text.padStart(Math.max(title.length, 6));
  const row = (name, cells) => [name.padEnd(width), ...cells.map((text, place) => cell(text, columns[place]))].join("  ");
  return [
    row("", columns.map(([title]) => title)),
    ...[...results].map(([name, figures]) => row(name, columns.map(([, key, format = (number) => number.toFixed(0)]) => {
      return figures[key] === undefined ? "–" : format(figures[key]);
    }))),
  ].join("\n");
}

/** A line for each goal: whether the edition meets it, and by what figure. */
export function goals(results) {
  const [own, plain, peer] = ["edition", "static", "preact"].map((name) => results.get(name));
  const line = (isMet, sentence) => `${isMet ? "met   " : "missed"}  ${sentence}`;
  const ratio = (key) => own[key] / plain[key];
  const asFast = (what, key) => line(ratio(key) <= 1.05,
    `${what}: ${ratio(key).toFixed(2)} × static (at most 1.05); ${(own[key] / peer[key]).toFixed(2)} × preact`);
  const within = (what, key, most) => line(own[key] <= most, `${what}: ${own[key].toFixed(0)} ms (at most ${most}); preact ${peer[key].toFixed(0)} ms`);
  return [
    asFast("LCP of a story, cold", "largest"),
    asFast("LCP of a story, warm", "warm"),
    within("the app is up after the first byte", "up", 1000),
    within("a story that was loaded ahead opens", "ahead", 30),
  ].join("\n");
}
