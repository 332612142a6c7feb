// A train comes out of the distance towards the platform.

import { camera, onFace } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { hills, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [330, p.variant === 'day' ? 120 : 280], r: 60, clouds: 4 });
  hills(s, rng, { y: 370, amp: 80, colour: p.far });
  hills(s, rng, { y: 405, amp: 30, colour: p.mid, waves: 3 });
  s.rect(-5, 425, 1210, 390, mix(p.green, p.mid, 0.2));
  const cam = camera({ eye: 2.1, horizon: 424, focal: 780, centre: 380 });
  for (const [x, z] of [[-16, 40], [-11, 34], [-21, 48], [-9, 60], [-15, 26]]) tree(s, rng, ...cam(x, 0, z), cam.scale(z) * rng.range(5, 7), { colour: mix(p.green, p.mid, 0.2) });
  // Ballast and two tracks
  const band = (x0, x1, colour, shade) => s.poly([cam(x0, 0, 2.2), cam(x1, 0, 2.2), cam(x1, 0, 300), cam(x0, 0, 300)], colour, { shade });
  band(-3.2, 6.4, mix(p.stoneDark, p.ground, 0.4), [['dark', 'bottom', 0.5, 0.8]]);
  for (const middle of [-0.9, 4]) {
    for (let z = 2.4; z < 40; z += 0.8) s.poly([cam(middle - 1.3, 0.02, z), cam(middle + 1.3, 0.02, z), cam(middle + 1.3, 0.02, z + 0.3), cam(middle - 1.3, 0.02, z + 0.3)], p.woodDark);
    for (const rail of [-0.75, 0.75]) {
      s.poly([cam(middle + rail - 0.06, 0.12, 2.2), cam(middle + rail + 0.06, 0.12, 2.2), cam(middle + rail, 0.12, 300)], mix(p.steel, p.paper, 0.4));
      s.poly([cam(middle + rail - 0.06, 0.12, 2.2), cam(middle + rail - 0.06, 0, 2.2), cam(middle + rail, 0.1, 300)], p.ink);
    }
  }
  // Masts and wires
  for (const z of [70, 48, 32, 20]) {
    s.line([cam(-3.6, 0, z), cam(-3.6, 6.6, z)], p.near, Math.max(2, cam.scale(z) * 0.16), { cap: 'butt' });
    s.line([cam(-3.6, 6.2, z), cam(5, 6.2, z)], p.near, Math.max(1.5, cam.scale(z) * 0.08));
  }
  for (const x of [-0.9, 4]) s.line([cam(x, 5.9, 5), cam(x, 5.9, 160)], p.near, 2);
  // The platform on the right lies behind the train
  s.poly([cam(6.1, 0.75, 2), cam(16, 0.75, 2), cam(16, 0.75, 300), cam(6.1, 0.75, 300)], mix(p.stone, p.ground, 0.2), { shade: [['dark', 'bottom', 0.4]] });
  train(s, cam, p);
  // Left platform in front
  s.poly([cam(-3.4, 0.75, 1.6), cam(-30, 0.75, 1.6), cam(-30, 0.75, 60), cam(-3.4, 0.75, 60)], p.stone, { shade: [['dark', 'bottomleft', 0.5]] });
  s.poly([cam(-3.4, 0.75, 1.6), cam(-3.7, 0.75, 1.6), cam(-3.7, 0.75, 60), cam(-3.4, 0.75, 60)], p.cream);
  s.poly([cam(-3.4, 0.75, 1.6), cam(-3.4, 0.75, 60), cam(-3.4, 0, 60), cam(-3.4, 0, 1.6)], mix(p.stone, p.ink, 0.45));
  for (const z of [30, 18]) lampPost(s, ...cam(-5.4, 0.75, z), cam.scale(z) * 4.6);
  for (const [x, z, o] of [[-4.7, 17, { coat: p.near }], [-4.2, 11.4, { coat: p.yellow, bag: p.woodDark }], [-3.9, 14, { coat: p.leaf, skirt: true }]]) person(s, rng, { x: cam(x, 0.75, z)[0], y: cam(x, 0.75, z)[1], h: cam.scale(z) * 1.72, turn: 1, ...o });
  return s;
}

function train(s, cam, p) {
  const [x0, x1, z0] = [2.5, 5.5, 9];
  const body = p.red;
  const side = (z, y) => cam(x0, y, z);
  // Coaches, farthest first, each with a gap
  for (let i = 4; i >= 0; i -= 1) {
    const [a, b] = [z0 + 1.2 + i * 17, z0 + 17.6 + i * 17];
    const quad = (u0, v0, u1, v1, colour, shade) => s.poly([side(a + (b - a) * u0, v0), side(a + (b - a) * u1, v0), side(a + (b - a) * u1, v1), side(a + (b - a) * u0, v1)], colour, { shade });
    quad(0, 0.3, 1, 0.9, p.ink);
    quad(0, 0.8, 1, 3.9, mix(body, p.ink, 0.12), [['dark', 'right', 0.4], ['dark', 'bottom', 0.4, 0.6]]);
    quad(0, 3.6, 1, 4.05, mix(p.steel, p.paper, 0.2));
    quad(0, 1.15, 1, 1.45, p.cream);
    quad(0.02, 2.05, 0.98, 3.15, p.paneDark);
    for (let w = 0; w < 8; w += 1) quad(0.05 + w * 0.117, 2.12, 0.05 + w * 0.117 + 0.095, 3.05, p.dark || p.variant === 'dawn' ? mix(p.gold, p.paper, 0.2) : mix(p.paneDark, p.sky[1], 0.5));
    for (const d of [0.1, 0.86]) quad(d, 0.95, d + 0.07, 3.3, mix(body, p.ink, 0.35));
  }
  // The head: a sloped nose
  const nose = (u, y, lean) => cam(x0 + (x1 - x0) * u, y, z0 + lean);
  s.poly([nose(0, 0.8, 0), nose(0, 2, 0), nose(0, 3.9, 1.2), side(z0 + 1.4, 3.9), side(z0 + 1.4, 0.8)], mix(body, p.ink, 0.12));
  s.poly([nose(0, 0.25, 0.3), nose(1, 0.25, 0.3), nose(1, 0.9, 0), nose(0, 0.9, 0)], p.ink);
  s.poly([nose(0, 0.8, 0), nose(1, 0.8, 0), nose(1, 2, 0), nose(0, 2, 0)], body, { shade: [['dark', 'right', 0.5]] });
  s.poly([nose(0, 2, 0), nose(1, 2, 0), nose(0.93, 3.9, 1.2), nose(0.07, 3.9, 1.2)], mix(body, p.paper, 0.08), { shade: [['dark', 'right', 0.5]] });
  s.poly([nose(0.07, 3.9, 1.2), nose(0.93, 3.9, 1.2), nose(0.8, 4.1, 2), nose(0.16, 4.1, 2)], p.steel);
  s.poly([nose(0.08, 2.15, 0.1), nose(0.92, 2.15, 0.1), nose(0.86, 3.5, 0.95), nose(0.14, 3.5, 0.95)], p.paneDark, { shade: [['cut', 'topright', 0.5, 0.6]] });
  s.line([nose(0.5, 2.15, 0.1), nose(0.5, 3.5, 0.95)], p.ink, 5);
  s.poly(onFace((u, v) => nose(u, v, 0), 0, 1.15, 1, 1.45), p.cream);
  for (const u of [0.14, 0.86]) {
    const [lx, ly] = nose(u, 1.75, 0);
    s.circle(lx, ly, 17, p.ink);
    s.circle(lx, ly, 12, p.lamp);
    if (p.variant !== 'day') s.glow(lx, ly, 130, 0.85);
  }
  if (p.variant !== 'day') s.poly([nose(-0.1, 0, -0.5), nose(1.1, 0, -0.5), nose(1.6, 0, -5.6), nose(-0.9, 0, -5.6)], p.lamp, { opacity: 0.16 });
}
