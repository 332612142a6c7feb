// A bus stop: a roof, a bench, a list of times, and people who wait.

import { box, camera, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { hills, sky, tree } from './kit/nature.mjs';
import { person, sitter } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [260, p.variant === 'day' ? 110 : 240], r: 56, clouds: 4 });
  hills(s, rng, { y: 390, amp: 70, colour: p.far });
  for (let x = -20; x < 1200;) {
    const w = rng.range(90, 150);
    house(s, rng, { x, y: 452, w, h: rng.range(80, 140), wall: mix(rng.pick([p.cream, p.white, p.yellow]), p.mid, 0.3), roof: mix(p.brick, p.mid, 0.25) });
    x += w + rng.pick([0, 0, 44]);
  }
  for (let i = 0; i < 5; i += 1) tree(s, rng, 60 + i * 260 + rng.range(-30, 30), 470, rng.range(120, 160), { colour: p.green });
  s.rect(-5, 448, 1210, 22, mix(p.green, p.near, 0.4), { shade: [['dark', 'bottom', 0.5]] });
  const cam = camera({ eye: 1.7, horizon: 430, focal: 900, centre: 470 });
  const flat = (x0, x1, z0, z1, colour, y = 0, shade = []) => s.poly([cam(x0, y, z0), cam(x1, y, z0), cam(x1, y, z1), cam(x0, y, z1)], colour, { shade });
  flat(-60, 60, 1.4, 40, mix(p.stoneDark, p.near, 0.4), 0, [['dark', 'bottom', 0.4]]);
  flat(-60, 60, 24, 24.6, p.stone, 0);
  for (let x = -30; x < 34; x += 4) flat(x, x + 2.2, 15, 15.3, p.white);
  bus(s, cam, p);
  // The pavement the stop stands on
  flat(-60, 60, 1.2, 9.2, mix(p.stone, p.ground, 0.25), 0.12, [['dark', 'bottom', 0.55, 0.8]]);
  s.poly([cam(-60, 0.12, 9.2), cam(60, 0.12, 9.2), cam(60, 0, 9.2), cam(-60, 0, 9.2)], mix(p.stone, p.paper, 0.4));
  for (let x = -12; x < 14; x += 1.2) s.line([cam(x, 0.12, 1.3), cam(x, 0.12, 9.2)], mix(p.stone, p.ink, 0.18), 1.8);
  for (const z of [3.4, 4.6, 6, 7.5]) s.line([cam(-30, 0.12, z), cam(30, 0.12, z)], mix(p.stone, p.ink, 0.18), 1.8);
  shelter(s, rng, cam, p);
  lampPost(s, ...cam(-2.8, 0.12, 8.4), 480, { arm: 60 });
  const figures = [[-1.5, 6.6, { coat: p.yellow, turn: -1, bag: p.red }], [4.65, 5.4, { coat: p.near, turn: -1, hat: p.ink }]];
  for (const [x, z, o] of figures) person(s, rng, { x: cam(x, 0.12, z)[0], y: cam(x, 0.12, z)[1], h: cam.scale(z) * 1.72, ...o });
  return s;
}

function bus(s, cam, p) {
  const body = mix(p.white, p.leaf, 0.1);
  const seen = box(s, cam, { at: [-5.4, 0.35, 19], size: [10.5, 2.75, 2.5], colours: { ...solid(body, p), side: mix(body, p.ink, 0.2) }, shade: { sides: [['dark', 'bottom', 0.4, 0.6]] } });
  const face = seen.front;
  const put = (u0, v0, u1, v1, colour) => s.poly(onFace(face, u0, v0, u1, v1), colour);
  put(0, 0, 1, 0.28, p.red);
  put(0, 0.28, 1, 0.31, p.cream);
  const glass = p.variant === 'day' ? mix(p.paneDark, p.sky[1], 0.35) : mix(p.gold, p.paper, 0.25);
  put(0.01, 0.45, 0.99, 0.84, p.paneDark);
  for (let i = 0; i < 7; i += 1) put(0.02 + i * 0.14, 0.47, 0.02 + i * 0.14 + 0.12, 0.82, glass);
  for (let i = 0; i < 5; i += 1) {
    const [x, y] = face(0.1 + i * 0.14, 0.5);
    s.circle(x, y - 8, 9, mix(p.ink, p.skinDark, 0.3));
    s.rect(x - 12, y - 2, 24, 10, mix(p.ink, p.near, 0.4));
  }
  for (const u of [0.52, 0.86]) put(u, 0.06, u + 0.1, 0.86, mix(glass, p.ink, 0.45));
  for (const u of [0.2, 0.78]) {
    const [x, y] = face(u, -0.05);
    s.circle(x, y - 6, 22, p.ink);
    s.circle(x, y - 6, 9, p.steel);
  }
  if (p.variant !== 'day') {
    s.glow(...face(0.5, 0.6), 260, 0.4, 110);
    s.glow(...face(1, 0.2), 120, 0.8);
  }
  s.circle(...face(0.985, 0.18), 7, p.lamp);
}

function shelter(s, rng, cam, p) {
  const frame = p.near;
  const [x0, x1, z0, z1, top] = [0.2, 4, 6.2, 8.2, 2.55];
  if (p.dark) s.glow(...cam(2.1, 1.3, 7), 360, 0.55, 260);
  // Glass at the back, through which the street shows paler
  s.poly([cam(x0, 0.35, z1), cam(x1, 0.35, z1), cam(x1, 2.3, z1), cam(x0, 2.3, z1)], mix(p.sky[2], p.paper, 0.4), { opacity: 0.28 });
  s.poly([cam(x1, 0.35, z0), cam(x1, 0.35, z1), cam(x1, 2.3, z1), cam(x1, 2.3, z0)], mix(p.sky[2], p.paper, 0.5), { opacity: 0.36 });
  for (const x of [x0, (x0 + x1) / 2, x1]) box(s, cam, { at: [x, 0.12, z1], size: [0.08, top, 0.08], colours: solid(frame, p) });
  // The list of times
  const board = (u, v) => cam(0.45 + 0.75 * u, 0.9 + 1.1 * v, z1 - 0.06);
  s.poly(onFace(board, 0, 0, 1, 1), p.white, { shade: [['dark', 'left', 0.3]] });
  s.poly(onFace(board, 0, 0.86, 1, 1), p.red);
  for (let i = 0; i < 8; i += 1) for (const u of [0.08, 0.4, 0.7]) s.line([board(u, 0.1 + i * 0.09), board(u + 0.22, 0.1 + i * 0.09)], mix(p.ink, p.white, 0.4), 2.2);
  box(s, cam, { at: [2.6, 0.5, 7.6], size: [2.1, 0.07, 0.5], colours: solid(p.wood, p) });
  for (const x of [1.75, 3.45]) box(s, cam, { at: [x, 0.12, 7.6], size: [0.08, 0.4, 0.3], colours: solid(frame, p) });
  const [sx, sy] = cam(2.9, 0.57, 7.4);
  s.rect(sx - 17, sy - 4, 13, 58, p.ink);
  s.rect(sx + 5, sy - 4, 13, 58, mix(p.ink, p.near, 0.4));
  sitter(s, rng, { x: sx, y: sy, h: 84, coat: p.red, turn: -1 });
  for (const x of [x0, x1]) box(s, cam, { at: [x, 0.12, z0], size: [0.08, top, 0.08], colours: solid(frame, p) });
  box(s, cam, { at: [(x0 + x1) / 2, top + 0.1, (z0 + z1) / 2], size: [x1 - x0 + 0.5, 0.16, z1 - z0 + 0.6], colours: { top: frame, front: p.red, side: mix(p.red, p.ink, 0.3), bottom: mix(frame, p.ink, 0.3) } });
  if (p.dark) s.line([cam(0.7, top + 0.04, 6.9), cam(3.6, top + 0.04, 6.9)], p.lamp, 6);
  // The sign of the stop, a plain disc
  const [fx, fy] = cam(-0.55, 0.12, 6.3);
  s.line([[fx, fy], [fx, fy - 400]], p.ink, 7, { cap: 'butt' });
  s.circle(fx, fy - 420, 34, p.yellow, { shade: [['dark', 'bottomleft', 0.5]] });
  s.circle(fx, fy - 420, 25, p.near);
  s.round(fx - 14, fy - 433, 28, 21, 4, p.yellow);
  s.rect(fx - 10, fy - 429, 20, 8, p.near);
}
