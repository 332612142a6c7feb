// Houses along a river, their reflections, a church-free skyline of hills behind and a quay with a walker in front.

import { mix } from './kit/colour.mjs';
import { hills, ripple, sky, tree, water } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const sun = rng.range(300, 820);
  sky(s, rng, { horizon: 400, sun: [sun, p.variant === 'day' ? 110 : 150], clouds: 3 });
  hills(s, rng, { y: 330, amp: 70, colour: p.far });
  hills(s, rng, { y: 380, amp: 34, colour: p.mid, waves: 3 });
  for (let x = 10; x < 1200; x += rng.range(40, 75)) house(s, rng, { x, y: 415, w: rng.range(46, 70), h: rng.range(30, 64), rows: 1, door: false, wall: mix(p.cream, p.mid, 0.35), roof: mix(p.brick, p.mid, 0.4), chimney: false, eaves: 4 });
  for (let x = 20; x < 1200; x += 150) tree(s, rng, x + rng.range(0, 90), 440, rng.range(90, 120), { colour: mix(p.green, p.mid, 0.3) });
  let x = -30;
  while (x < 1220) {
    const w = rng.range(94, 150);
    house(s, rng, { x, y: 470, w, h: rng.range(120, 185), rows: rng.int(2, 3), chimney: rng.chance(0.7), shutters: rng.chance(0.3) ? mix(p.green, p.ink, 0.2) : null });
    x += w + (rng.chance(0.2) ? 26 : 0);
  }
  s.rect(-5, 466, 1210, 34, p.stoneDark, { shade: [['dark', 'bottom', 0.7]] });
  s.rect(-5, 462, 1210, 7, p.stone);
  const base = water(s, rng, { y0: 500, marks: 30 });
  // Reflections: broken columns under lit windows and pale walls.
  for (let i = 0; i < 34; i += 1) {
    const rx = rng.range(0, 1200);
    const colour = p.dark ? mix(p.gold, base, 0.25) : mix(rng.pick([p.cream, p.brick, p.white]), base, 0.45);
    const long = rng.range(40, 170);
    for (let y = 506; y < 506 + long; y += 8) ripple(s, rx + rng.range(-5, 5), y, rng.range(14, 36), 2.6, colour);
  }
  s.poly([[-5, 720], [1205, 690], [1205, 805], [-5, 805]], p.stone, { shade: [['dark', 'bottom', 0.6]] });
  s.poly([[-5, 720], [1205, 690], [1205, 704], [-5, 736]], mix(p.stone, p.paper, 0.3));
  for (let i = 0; i < 12; i += 1) s.line([[i * 105 - 20, 735 - i * 2.6], [i * 112 - 60, 805]], mix(p.stone, p.ink, 0.25), 2);
  lampPost(s, 930, 716, 330, {});
  person(s, rng, { x: 800, y: 752, h: 190, walk: true, turn: -1, coat: p.red, bag: p.woodDark });
  person(s, rng, { x: 250, y: 752, h: 178, turn: 1, coat: p.near, skirt: true });
  return s;
}
