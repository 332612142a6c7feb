// A hospital with its emergency entrance and an ambulance that has just come in.

import { box, camera, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { crown, hills, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 470, sun: [980, p.variant === 'day' ? 120 : 230], r: 58, clouds: 4 });
  hills(s, rng, { y: 430, amp: 60, colour: p.far });
  for (let i = 0; i < 16; i += 1) crown(s, rng, i * 82, 486, 54, 46, mix(p.green, p.mid, 0.35));
  const cam = camera({ eye: 2, horizon: 500, focal: 900, centre: 640 });
  s.rect(-5, 496, 1210, 320, mix(p.stoneDark, p.near, 0.35), { shade: [['dark', 'bottom', 0.45]] });
  const wall = mix(p.white, p.stone, 0.25);
  const wing = (at, size, rows, cols, colour = wall) => {
    const seen = box(s, cam, { at, size, colours: { ...solid(colour, p, 0.8), side: mix(colour, p.ink, 0.22) }, shade: { sides: [['dark', 'bottom', 0.35], ['dark', 'left', 0.25]] } });
    for (const [name, count] of [['front', cols], ['right', Math.round(cols * 0.6)], ['left', Math.round(cols * 0.6)]]) {
      const face = seen[name];
      if (!face) continue;
      for (let r = 0; r < rows; r += 1) {
        s.poly(onFace(face, 0, (r + 0.04) / rows, 1, (r + 0.12) / rows), mix(colour, p.steel, 0.4));
        for (let c = 0; c < count; c += 1) {
          const on = p.variant !== 'day' && rng.chance(p.dark ? 0.6 : 0.3);
          s.poly(onFace(face, (c + 0.2) / count, (r + 0.32) / rows, (c + 0.82) / count, (r + 0.82) / rows), on ? mix(p.gold, p.paper, rng.range(0.1, 0.4)) : mix(p.paneDark, p.sky[2], rng.range(0, 0.25)));
        }
      }
    }
    return seen;
  };
  wing([8, 0, 40], [18, 12, 10], 4, 9, mix(wall, p.mid, 0.3));
  wing([-8.4, 0, 30], [13, 14, 12], 5, 8);
  wing([4, 0, 24], [13, 7.4, 10], 2, 7);
  // The plain cross of a clinic, white on the colour of the house
  const sign = (u, v) => cam(-13.2 + 2.5 * u, 10.9 + 2.5 * v, 23.95);
  s.poly(onFace(sign, 0, 0, 1, 1), p.local(p.cool));
  s.poly(onFace(sign, 0.4, 0.16, 0.6, 0.84), p.white);
  s.poly(onFace(sign, 0.16, 0.4, 0.84, 0.6), p.white);
  // Canopy of the emergency entrance
  const inside = p.variant === 'day' ? mix(p.paneDark, p.sky[1], 0.2) : p.lamp;
  s.poly([cam(1.6, 0, 18.9), cam(8.4, 0, 18.9), cam(8.4, 3, 18.9), cam(1.6, 3, 18.9)], inside);
  for (const x of [3.3, 5, 6.7]) s.line([cam(x, 0, 18.9), cam(x, 3, 18.9)], p.near, 4);
  for (const [x, h] of [[2.5, 0.9], [5.7, 1]]) person(s, rng, { x: cam(x, 0, 18.9)[0], y: cam(x, 0, 18.9)[1], h: cam.scale(18.9) * 1.7 * h, coat: mix(p.near, p.ink, 0.3), shade: false });
  if (p.variant !== 'day') {
    s.glow(...cam(5, 1.2, 18), 300, 0.65, 130);
    s.poly([cam(1.6, 0, 18.9), cam(8.4, 0, 18.9), cam(9.6, 0, 9), cam(-0.6, 0, 9)], p.lamp, { opacity: 0.18 });
  }
  for (const x of [1, 9]) box(s, cam, { at: [x, 0, 14.6], size: [0.3, 3.4, 0.3], colours: solid(p.steel, p) });
  box(s, cam, { at: [5, 3.4, 16.6], size: [9, 0.6, 5], colours: { top: p.red, front: p.red, side: mix(p.red, p.ink, 0.3), bottom: mix(p.white, p.ink, p.dark ? 0.1 : 0.3) } });
  ambulance(s, cam, p);
  // Kerb, hedge, trees in front
  for (let x = -20; x < 20; x += 3) s.poly([cam(x, 0.01, 7.4), cam(x + 1.6, 0.01, 7.4), cam(x + 1.6, 0.01, 7.7), cam(x, 0.01, 7.7)], p.white);
  s.path('M-10 812V700Q120 684 280 712T520 812Z', mix(p.green, p.ink, 0.1), { shade: [['dark', 'bottom', 0.6]] });
  for (const [x, y, r] of [[40, 720, 90], [160, 750, 80], [270, 785, 70]]) crown(s, rng, x, y, r, r * 0.6, p.green);
  tree(s, rng, 1130, 760, 400, { colour: mix(p.green, p.ink, 0.1), lit: -1 });
  lampPost(s, 110, 700, 380, { arm: 50 });
  person(s, rng, { x: 930, y: 690, h: 148, walk: true, turn: -1, coat: p.yellow, skirt: true });
  return s;
}

function ambulance(s, cam, p) {
  const white = p.white;
  const [bx, z] = [-2.4, 12];
  const seen = box(s, cam, { at: [bx - 0.6, 0.45, z], size: [4, 2.15, 2], colours: { ...solid(white, p, 0.7), side: mix(white, p.ink, 0.2) }, shade: { sides: [['dark', 'bottom', 0.4]] } });
  const face = seen.front;
  const front = z - 1;
  s.poly([cam(bx + 1.4, 0.45, front), cam(bx + 2.9, 0.45, front), cam(bx + 2.9, 1.2, front), cam(bx + 2.2, 1.4, front), cam(bx + 1.8, 2.3, front), cam(bx + 1.4, 2.3, front)], white, { shade: [['dark', 'bottom', 0.4]] });
  s.poly([cam(bx + 1.5, 1.42, front), cam(bx + 2.1, 1.42, front), cam(bx + 1.74, 2.15, front), cam(bx + 1.5, 2.15, front)], p.paneDark);
  s.poly(onFace(face, 0, 0.26, 1, 0.44), p.red);
  s.poly([cam(bx + 1.4, 1, front), cam(bx + 2.9, 1, front), cam(bx + 2.9, 0.66, front), cam(bx + 1.4, 0.66, front)], p.red);
  for (let i = 0; i < 9; i += 1) s.poly([face(0.02 + i * 0.11, 0.26), face(0.06 + i * 0.11, 0.26), face(0.1 + i * 0.11, 0.44), face(0.06 + i * 0.11, 0.44)], p.yellow);
  s.poly(onFace(face, 0.12, 0.56, 0.3, 0.88), p.paneDark);
  s.circle(...face(0.6, 0.7), 30, p.local(p.cool));
  const [cx, cy] = face(0.6, 0.7);
  s.rect(cx - 6, cy - 19, 12, 38, p.white);
  s.rect(cx - 19, cy - 6, 38, 12, p.white);
  for (const x of [bx - 1.7, bx + 2]) {
    const [wx, wy] = cam(x, 0.38, front);
    s.circle(wx, wy, 30, p.ink);
    s.circle(wx, wy, 13, p.steel);
  }
  const [lx, ly] = cam(bx + 1, 2.75, front);
  s.rect(lx - 34, ly - 4, 68, 16, p.local(mix(p.cool, p.air, 0.2)));
  s.rect(lx - 28, ly - 10, 24, 10, p.accent);
  s.rect(lx + 4, ly - 10, 24, 10, p.variant === 'night' ? p.glow : p.accent);
  if (p.variant !== 'day') {
    s.glow(lx, ly, 130, 0.6);
    s.glow(...cam(bx + 3, 0.9, front), 130, 0.8);
  }
  s.circle(...cam(bx + 2.82, 0.95, front), 8, p.lamp);
}
