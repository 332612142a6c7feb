// A tram in a city street, its wire overhead and its rails in the setts.

import { camera, onFace } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { hills, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 430, sun: [640, p.variant === 'day' ? 110 : p.variant === 'night' ? 140 : 320], r: 58, clouds: 3 });
  hills(s, rng, { y: 400, amp: 40, colour: p.far });
  const cam = camera({ eye: 1.8, horizon: 440, focal: 780, centre: 660 });
  const setts = mix(p.stoneDark, p.ground, 0.35);
  s.rect(-5, 436, 1210, 380, setts, { shade: [['dark', 'bottom', 0.55, 0.8]] });
  for (const side of [-1, 1]) {
    for (let i = 7; i >= 0; i -= 1) front(s, rng, cam, side, 4 + i * 7);
    s.poly([cam(side * 5, 0.14, 1.2), cam(side * 9, 0.14, 1.2), cam(side * 9, 0.14, 70), cam(side * 5, 0.14, 70)], mix(p.stone, p.ground, 0.2), { shade: [['dark', 'bottom', 0.4]] });
    s.poly([cam(side * 5, 0.14, 1.2), cam(side * 5, 0, 1.2), cam(side * 5, 0, 70)], mix(p.stone, p.ink, 0.4));
  }
  for (let z = 2.4; z < 30; z *= 1.16) for (let x = -4.6; x < 4.8; x += 0.8) if (rng.chance(0.5)) s.line([cam(x + rng.range(0, 0.5), 0, z), cam(x + 0.62, 0, z)], mix(setts, p.ink, 0.22), Math.max(1.3, 12 / z));
  for (const x of [-2.6, -1.16, 0.9, 2.34]) s.poly([cam(x - 0.05, 0.01, 1.4), cam(x + 0.05, 0.01, 1.4), cam(x + 0.03, 0.01, 90), cam(x - 0.03, 0.01, 90)], mix(p.steel, p.paper, 0.45));
  for (const z of [46, 30, 19, 11]) {
    for (const side of [-1, 1]) s.line([cam(side * 5.6, 0.1, z), cam(side * 5.6, 6.6, z)], p.near, Math.max(2, cam.scale(z) * 0.11));
    s.line([cam(-5.6, 6.4, z), cam(0, 5.9, z), cam(5.6, 6.4, z)], p.near, 1.8);
  }
  for (const x of [-1.9, 1.6]) s.line([cam(x, 5.95, 3), cam(x, 5.95, 80)], p.ink, 1.8);
  for (const [x, z] of [[6.7, 24], [-6.9, 28]]) tree(s, rng, ...cam(x, 0.14, z), cam.scale(z) * 5, { colour: p.green });
  tram(s, cam, p);
  for (const z of [26, 15]) lampPost(s, ...cam(6, 0.14, z), cam.scale(z) * 4.2);
  for (const [x, z, o] of [[5.9, 12, { coat: p.yellow }], [5.6, 9.6, { coat: p.red, bag: p.woodDark }], [6.4, 18, { skirt: true }], [3.8, 16, { walk: true }]]) person(s, rng, { x: cam(x, 0.14, z)[0], y: cam(x, 0.14, z)[1], h: cam.scale(z) * 1.72, turn: -1, ...o });
  return s;
}

function front(s, rng, cam, side, z) {
  const p = s.palette;
  const h = rng.range(8, 12.5);
  const deep = 7;
  const x = side * 9;
  const wall = mix(rng.pick([p.cream, mix(p.yellow, p.white, 0.4), mix(p.red, p.white, 0.55), p.stone, mix(p.white, p.leaf, 0.3)]), p.sky[2], Math.min(0.5, z / 100));
  const face = (u, v) => cam(x, v * h, z + u * deep);
  s.poly(onFace(face, 0, 0, 1, 1), wall, { shade: [['dark', 'bottom', 0.35], ['dark', side > 0 ? 'right' : 'left', 0.35]] });
  s.poly([face(0, 1), face(1, 1), cam(x - side * 0.4, h + 0.4, z + deep), cam(x - side * 0.4, h + 0.4, z)], mix(wall, p.ink, 0.3));
  const rows = Math.round(h / 2.9);
  for (let r = 1; r < rows; r += 1) {
    for (let c = 0; c < 4; c += 1) {
      const [u, v] = [0.08 + c * 0.235, r / rows + 0.05];
      const on = p.variant !== 'day' && rng.chance(p.dark ? 0.55 : 0.25);
      s.poly(onFace(face, u - 0.014, v - 0.012, u + 0.144, v + 0.182), mix(p.white, wall, 0.35));
      s.poly(onFace(face, u, v, u + 0.13, v + 0.17), on ? mix(p.gold, p.paper, 0.2) : p.paneDark);
    }
    s.line([face(0, r / rows), face(1, r / rows)], mix(wall, p.paper, 0.35), Math.max(1.5, 40 / z));
  }
  // Shops, with awnings
  s.poly(onFace(face, 0.06, 0, 0.94, 0.75 / rows), p.variant === 'day' ? p.paneDark : mix(p.gold, p.paper, 0.3));
  for (const u of [0.33, 0.62]) s.line([face(u, 0), face(u, 0.75 / rows)], p.near, Math.max(2, 40 / z));
  const cloth = rng.pick([p.red, p.leaf, p.near, p.yellow]);
  s.poly([face(0.04, 0.98 / rows), face(0.96, 0.98 / rows), cam(x - side * 1.3, 2.4, z + deep * 0.96), cam(x - side * 1.3, 2.4, z + deep * 0.04)], cloth, { shade: [['dark', 'bottom', 0.5]] });
  if (p.dark && z < 26) s.glow(...cam(x - side, 1, z + deep / 2), cam.scale(z + 3) * 3, 0.4);
}

function tram(s, cam, p) {
  const [x0, x1, z0, z1, top] = [-3.2, -0.6, 8.4, 24, 3.5];
  const body = p.red;
  const side = (u, v) => cam(x1, 0.3 + v * (top - 0.3), z0 + u * (z1 - z0));
  const front = (u, v) => cam(x0 + u * (x1 - x0), 0.3 + v * (top - 0.3), z0);
  s.poly([cam(x0, 0.02, z0 - 0.2), cam(x1 + 0.3, 0.02, z0 - 0.2), cam(x1 + 0.3, 0.02, z1)], p.ink, { opacity: 0.35 });
  const sideColour = mix(body, p.ink, 0.18);
  s.poly(onFace(side, 0, 0, 1, 1), sideColour, { shade: [['dark', 'right', 0.4]] });
  s.poly(onFace(side, 0, 0, 1, 0.12), p.ink);
  s.poly(onFace(side, 0, 0.42, 1, 0.94), p.cream, { shade: [['dark', 'right', 0.4]] });
  const glass = p.variant === 'day' ? mix(p.paneDark, p.sky[1], 0.4) : mix(p.gold, p.paper, 0.25);
  for (let i = 0; i < 9; i += 1) {
    const u = 0.03 + i * 0.108;
    s.poly(onFace(side, u, i % 4 === 1 ? 0.1 : 0.48, u + 0.088, 0.86), i % 4 === 1 ? mix(glass, p.ink, 0.2) : glass);
  }
  s.poly([front(0.04, 1), front(0.96, 1), cam(x1 - 0.2, top + 0.25, z0 + 0.8), cam(x0 + 0.2, top + 0.25, z0 + 0.8)], p.steel);
  s.poly([front(0.96, 1), side(1, 1), cam(x1 - 0.2, top + 0.25, z1), cam(x1 - 0.2, top + 0.25, z0 + 0.8)], mix(p.steel, p.ink, 0.2));
  s.poly([front(0, 0.06), front(1, 0.06), front(1, 0.94), front(0.94, 1), front(0.06, 1), front(0, 0.94)], body, { shade: [['dark', 'left', 0.55, 0.6], ['dark', 'bottom', 0.4]] });
  s.poly(onFace(front, 0, 0, 1, 0.1), p.ink);
  s.poly(onFace(front, 0, 0.42, 1, 0.9), p.cream, { shade: [['dark', 'left', 0.5]] });
  for (const [a, b] of [[0.06, 0.26], [0.3, 0.7], [0.74, 0.94]]) s.poly(onFace(front, a, 0.46, b, 0.82), glass, { shade: [['cut', 'topright', 0.35, 0.6]] });
  s.poly(onFace(front, 0.3, 0.85, 0.7, 0.95), p.ink);
  s.circle(...front(0.42, 0.9), 5, p.lamp);
  // The driver, no more than a shape behind glass
  const [dx, dy] = front(0.5, 0.46);
  s.path(`M${dx - 26} ${dy}q0 -34 26 -36q26 2 26 36Z`, mix(p.near, p.ink, 0.4));
  s.circle(dx, dy - 46, 13, mix(p.skin, p.ink, 0.25));
  const [hx, hy] = front(0.5, 0.27);
  s.circle(hx, hy, 18, p.ink);
  s.circle(hx, hy, 13, p.lamp);
  for (const u of [0.14, 0.86]) s.circle(...front(u, 0.2), 8, p.yellow);
  s.poly(onFace(front, 0.2, 0.02, 0.8, 0.07), p.steel);
  if (p.variant !== 'day') {
    s.glow(hx, hy, 180, 0.85);
    s.glow(...side(0.3, 0.6), 280, 0.4, 140);
    s.poly([cam(x0, 0, z0 - 0.4), cam(x1, 0, z0 - 0.4), cam(x1 + 0.9, 0, 3.2), cam(x0 - 0.9, 0, 3.2)], p.lamp, { opacity: 0.2 });
  }
  // Pantograph
  s.line([cam(-1.9, top + 0.2, 14), cam(-1.6, 4.7, 15.4), cam(-1.9, 5.9, 14)], p.ink, 4);
  s.line([cam(-2.5, 5.92, 14), cam(-1.3, 5.92, 14)], p.ink, 5);
}
