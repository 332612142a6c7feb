// Small figures: coat, legs, head. They give scale and life; nobody in particular, and never close enough for a face.

import { mix } from './colour.mjs';
import { smooth } from './sheet.mjs';

/**
 * A standing or walking person; `x`, `y` is the ground between the feet, `h` the height.
 * `turn` -1 to 1 leans and shifts the figure left or right. `bag`, `hat`, `hair`, `arm` ('down', 'out', 'up').
 */
export function person(s, rng, { x, y, h, coat, legs, skin, hair, turn = 0, walk = false, hat = null, bag = null, arm = 'down', skirt = false, shade = true }) {
  const p = s.palette;
  const c = coat ?? rng.pick([p.red, p.near, p.yellow, p.steel, p.woodDark, p.brick, p.green]);
  const trousers = legs ?? mix(p.ink, c, 0.12);
  const face = skin ?? rng.pick([p.skin, p.skin, mix(p.skin, p.skinDark, 0.5), p.skinDark]);
  const crown = hair ?? rng.pick([p.ink, p.woodDark, mix(p.wood, p.yellow, 0.4), p.stoneDark]);
  const u = h / 100;
  const at = (px, py) => [x + px * u, y - py * u];
  if (shade) s.ellipse(x + 5 * u, y, 17 * u, 3.4 * u, p.ink, { opacity: 0.28 });
  const stride = walk ? 9 : 3.6;
  const hipY = skirt ? 30 : 46;
  for (const side of [-1, 1]) {
    const foot = side * stride + turn * (walk ? 2 : 0);
    s.poly([at(side * 1 - 4, hipY + 3), at(side * 1 + 4, hipY + 3), at(foot + 2.6, 3), at(foot - 2.6, 3)], side * (turn || 1) > 0 ? trousers : mix(trousers, p.ink, 0.35));
    s.path(smooth([at(foot - 3, 0), at(foot - 3, 3.6), at(foot + 2, 4), at(foot + 4 + turn * 2.4, 1.4), at(foot + 4 + turn * 2.4, 0)], true), p.ink);
  }
  const back = arm === 'up' ? [[9, 79], [14, 90], [15, 104]] : arm === 'out' ? [[9, 78], [17, 68], [24, 74]] : [[9.4, 79], [12.6, 62], [11 + (walk ? 3 : 0), 46]];
  const front = [[-9.4, 79], [-12.8, 62], [-11.4 - (walk ? 3 : 0), 46]];
  const sleeve = mix(c, p.ink, 0.2);
  const drawArm = (joints) => {
    s.line(joints.map(([a, b]) => at(a, b)), sleeve, 5.6 * u, { curve: true });
    const [hx, hy] = joints.at(-1);
    s.circle(...at(hx, hy), 2.6 * u, face);
  };
  drawArm(turn >= 0 ? front : back.map(([a, b]) => [-a, b]));
  const hem = skirt ? 28 : 40;
  const flare = skirt ? 14 : 11;
  s.path(smooth([at(-flare, hem), at(-8.6, 60), at(-10.4, 78), at(-5, 83.5), at(0, 84.4), at(5, 83.5), at(10.4, 78), at(8.6, 60), at(flare, hem), at(0, hem - 1.6)], true), c, { shade: [['dark', turn >= 0 ? 'left' : 'right', 0.75, 0.65]] });
  drawArm(turn >= 0 ? back : front.map(([a, b]) => [-a, b]).map(([a, b]) => [-Math.abs(a), b]));
  s.poly([at(-2.2, 82), at(2.2, 82), at(2.2, 88), at(-2.2, 88)], mix(face, p.ink, 0.18));
  s.ellipse(...at(turn * 0.8, 92), 5 * u, 6.3 * u, face, { shade: [['dark', 'left', 0.5, 0.6]] });
  s.path(smooth([at(-5.4 + turn, 90), at(-5.6 + turn * 0.6, 96), at(-1, 99.6), at(4, 98.6), at(5.6 + turn * 0.6, 95), at(4.6 - turn * 1.4, 94.6), at(0 - turn * 2, 95.4), at(-3.2 - turn, 92.5)], true), crown);
  if (hat) {
    s.path(smooth([at(-6, 95), at(-5, 101), at(0, 103), at(5, 101), at(6, 95)], true), hat);
    s.line([at(-8, 95.4), at(8, 95.4)], hat, 2.2 * u);
  }
  if (bag) {
    const side = turn >= 0 ? 13.6 : -13.6;
    s.line([at(side - 3, 46), at(side - 4, 39)], p.ink, 1 * u);
    s.line([at(side + 1, 46), at(side + 4, 39)], p.ink, 1 * u);
    s.poly([at(side - 6, 40), at(side + 6, 40), at(side + 5, 23), at(side - 5, 23)], bag, { shade: [['dark', 'left', 0.6]] });
  }
}

/** A seated person from behind or from the side; `y` is the seat's height on the sheet. */
export function sitter(s, rng, { x, y, h, coat, skin, hair, turn = 0 }) {
  const p = s.palette;
  const c = coat ?? rng.pick([p.red, p.near, p.yellow, p.steel, p.brick, p.green]);
  const face = skin ?? rng.pick([p.skin, p.skin, mix(p.skin, p.skinDark, 0.5), p.skinDark]);
  const crown = hair ?? rng.pick([p.ink, p.woodDark, mix(p.wood, p.yellow, 0.4), p.stoneDark]);
  const u = h / 60;
  const at = (px, py) => [x + px * u, y - py * u];
  s.path(smooth([at(-14, -4), at(-13.4, 14), at(-14, 28), at(-9, 35), at(0, 37), at(9, 35), at(14, 28), at(13.4, 14), at(14, -4), at(0, -6)], true), c, { shade: [['dark', turn >= 0 ? 'left' : 'right', 0.8, 0.6]] });
  s.line([at(-12, 26), at(-15, 12), at(-9 + turn * 3, 3)], mix(c, p.ink, 0.2), 5.4 * u, { curve: true });
  s.line([at(12, 26), at(15, 12), at(9 + turn * 3, 3)], mix(c, p.ink, 0.14), 5.4 * u, { curve: true });
  s.poly([at(-3, 34), at(3, 34), at(3, 42), at(-3, 42)], mix(face, p.ink, 0.2));
  s.ellipse(...at(turn * 1.2, 47), 6.4 * u, 7.8 * u, face, { shade: [['dark', 'left', 0.5, 0.6]] });
  s.path(smooth([at(-6.8, 43), at(-7, 51), at(-1, 56.6), at(5, 55), at(7, 51), at(6.6 - turn * 3, turn ? 50 : 43), at(0 - turn * 2, turn ? 51 : 40), at(-4 - turn, turn ? 46 : 41)], true), crown);
}
