// All scenes by name. Each is a file that exports `scene(rng, palette, variant)` and returns the sheet it drew on.

import { makeRng, seedOf } from './kit/rng.mjs';
import { paletteFor } from './kit/palette.mjs';
import { print } from './kit/print.mjs';

export const sceneNames = `ballot-box parliament courthouse scales bridge river-town skyline hill-village mountain-lake
road train bus-stop power-lines wind-turbines solar-roof recycling-bins market classroom library printing-press
microphone camera radio-mast hospital wheat-field sunflowers apartment-windows harbour archive map-table candles forest
snow-street planting round-table chessboard clock-tower lighthouse letterbox bicycle park-bench kitchen-table bread well
telescope tram playground theatre`.split(/\s+/);

/** Draws and prints a scene; returns raw RGB. The seed decides inks and details, the variant the hour. */
export async function draw(name, variant, seed, width) {
  const { scene } = await import(`./${name}.mjs`);
  const rng = makeRng(seedOf(`${seed} ${name} ${variant}`));
  const palette = paletteFor(variant, rng);
  return print(scene(rng, palette, variant), rng, width);
}
