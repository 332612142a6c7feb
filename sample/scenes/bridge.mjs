// A stone bridge that strides across a river into the distance.

import { camera } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { birds, crown, grass, hills, poplar, ripple, sky, water } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet, pointsToPath } from './kit/sheet.mjs';
import { gable, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const sun = rng.range(240, 420);
  sky(s, rng, { horizon: 450, sun: [sun, p.variant === 'day' ? 130 : 250], clouds: 4 });
  hills(s, rng, { y: 400, amp: 90, colour: p.far });
  hills(s, rng, { y: 430, amp: 40, colour: p.mid, waves: 3 });
  for (const x of [30, 120, 215]) gable(s, rng, { x, y: 474, w: 54, h: 40, run: 42 });
  for (let i = 0; i < 6; i += 1) poplar(s, rng, 330 + i * 28, 478, rng.range(70, 105), { colour: mix(p.green, p.mid, 0.35) });
  s.rect(-5, 470, 1210, 14, mix(p.green, p.mid, 0.4));
  const base = water(s, rng, { y0: 480, sun });
  // The bridge leaves the near right bank and lands far on the left.
  const cam = camera({ eye: 2.2, horizon: 470, focal: 820, centre: 420 });
  const at = (t, y, side = 0) => cam(7.6 - 14 * t + side * 0.9, y, 7 + 33 * t + side * 1.6);
  const deck = 5.6;
  const spans = 5;
  const outline = [];
  for (let i = 0; i <= 20; i += 1) outline.push(at(i / 20, deck + 0.5 * Math.sin((i / 20) * Math.PI)));
  const holes = [];
  for (let i = 0; i < spans; i += 1) {
    const [t0, t1] = [(i + 0.13) / spans, (i + 0.87) / spans];
    const hole = [];
    for (let k = 0; k <= 16; k += 1) {
      const a = Math.PI * (k / 16);
      hole.push([t0 + ((t1 - t0) * (1 - Math.cos(a))) / 2, 0.4 + Math.sin(a) * (deck - 1.7)]);
    }
    holes.push([[t0, -0.4], ...hole, [t1, -0.4]]);
  }
  const stone = mix(p.stone, p.ground, 0.4);
  // The shadow of the bridge on the water, then the inside of the arches, then its face.
  s.clip('M0 484H1200V800H0Z', () => {
    const foot = outline.map(([x, y]) => [x, 2 * 520 - y * 0.55 + 60]);
    s.poly([...foot.reverse(), at(1, 0), at(0, 0)].map(([x, y]) => [x, y]), mix(base, p.ink, 0.3), { opacity: 0.5 });
  });
  for (const hole of holes) {
    s.path(`${pointsToPath(hole.map(([t, y]) => at(t, y)))}${pointsToPath(hole.map(([t, y]) => at(t, y, -1)))}`, mix(stone, p.ink, 0.5), { rule: 'evenodd', shade: [['dark', 'top', 0.6]] });
  }
  const face = pointsToPath([...outline, at(1, -0.4), at(0, -0.4)]) + holes.map((hole) => pointsToPath(hole.map(([t, y]) => at(t, y)))).join('');
  s.path(face, stone, { rule: 'evenodd', shade: [['dark', 'bottom', 0.65, 0.7], ['dark', 'left', 0.3]] });
  for (const hole of holes) {
    const ring = hole.slice(1, -1);
    s.line(ring.map(([t, y]) => at(t, y + 0.12)), mix(stone, p.paper, 0.35), 6 * (1 - ring[0][0] * 0.7));
  }
  for (let i = 0; i < 90; i += 1) {
    const t = rng() ** 1.6;
    const y = rng.range(0.4, deck);
    const phase = (t * spans) % 1;
    if (y < deck - 1 && phase > 0.1 && phase < 0.9) continue;
    s.line([at(t, y), at(t + 0.012, y)], mix(stone, p.ink, 0.35), 3 * (1 - t * 0.6));
  }
  for (let i = 0; i <= spans; i += 1) {
    const t = i / spans;
    s.poly([at(t - 0.02, -0.4), at(t + 0.02, -0.4), at(t + 0.02, 1.3), at(t, 2), at(t - 0.02, 1.3)], mix(stone, p.paper, 0.15), { shade: [['dark', 'left', 0.7], ['dark', 'bottom', 0.6]] });
    ripple(s, ...at(t, -0.3), 90 * (1 - t * 0.8), 6, mix(base, p.paper, 0.4));
  }
  for (const [t, h] of [[0.1, 1], [0.26, 1], [0.3, 0.98], [0.5, 1]]) {
    const [x, y] = at(t, deck + 0.5 * Math.sin(t * Math.PI));
    person(s, rng, { x, y: y - 4, h: cam.scale(7 + 33 * t) * 2 * h, walk: true, turn: rng.pick([-1, 1]), shade: false });
  }
  const parapet = outline.map((q, i) => at(i / 20, deck + 0.95 + 0.5 * Math.sin((i / 20) * Math.PI)));
  s.poly([...outline, ...parapet.reverse()], mix(stone, p.paper, 0.22), { shade: [['dark', 'bottom', 0.4]] });
  for (const t of [0.02, 0.2, 0.4, 0.6, 0.8]) {
    const [x, y] = at(t, deck + 0.95 + 0.5 * Math.sin(t * Math.PI));
    lampPost(s, x, y + 3, cam.scale(7 + 33 * t) * 1.9);
  }
  // Near bank
  s.path('M-10 800V705Q150 690 300 748T620 810Z', mix(p.green, p.ink, 0.25), { shade: [['dark', 'bottom', 0.6]] });
  grass(s, rng, { y: (x) => 712 + x * 0.14, to: 560, count: 90, h: 60, colour: mix(p.near, p.ink, 0.3), spread: 70 });
  crown(s, rng, 1170, 770, 150, 90, mix(p.green, p.ink, 0.2), -1);
  birds(s, rng, 520, 150, 4, 14);
  return s;
}
