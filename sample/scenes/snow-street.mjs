// A street under snow: houses on both sides, one line of footprints, lamps, quiet.

import { camera } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { bareTree, hills, pine, sky } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const snow = mix(p.white, p.sky[1], 0.1);
  sky(s, rng, { horizon: 420, sun: [610, p.variant === 'day' ? 110 : p.variant === 'night' ? 150 : 290], r: 52, clouds: p.variant === 'dawn' ? 0 : 2 });
  hills(s, rng, { y: 370, amp: 70, colour: mix(snow, p.far, 0.55) });
  for (let i = 0; i < 9; i += 1) pine(s, rng, 500 + i * 24, 420, rng.range(40, 70), { colour: p.mid, snow: true });
  const cam = camera({ eye: 1.9, horizon: 420, focal: 760, centre: 600 });
  s.rect(-5, 416, 1210, 400, snow, { shade: [['dark', 'bottom', 0.45, 0.9]] });
  // The carriageway, a shade deeper, with two ruts
  s.poly([cam(-2.6, 0, 1.2), cam(2.6, 0, 1.2), cam(2.6, 0, 90), cam(-2.6, 0, 90)], mix(snow, p.sky[0], 0.18), { shade: [['dark', 'bottom', 0.35]] });
  for (const x of [-1, 1]) s.poly([cam(x - 0.16, 0, 1.2), cam(x + 0.16, 0, 1.2), cam(x + 0.1, 0, 80), cam(x - 0.1, 0, 80)], mix(snow, p.shade, 0.5), { shade: [['dark', 'left', 0.3]] });
  for (const side of [-1, 1]) {
    for (let i = 6; i >= 0; i -= 1) building(s, rng, cam, side, 5 + i * 6.4, snow);
    for (let z = 34; z > 4; z -= 9) {
      const [x, y] = cam(side * 3.7, 0, z + (side > 0 ? 3 : 0));
      lampPost(s, x, y, cam.scale(z + (side > 0 ? 3 : 0)) * 3.9, { on: p.variant !== 'day' });
    }
    // Snow swept up along the kerb
    s.poly([cam(side * 2.6, 0, 1.2), cam(side * 2.9, 0.34, 1.2), cam(side * 3.3, 0.2, 1.2), cam(side * 3.1, 0.12, 60), cam(side * 2.6, 0, 60)], mix(snow, p.paper, 0.4), { shade: [['dark', side < 0 ? 'right' : 'left', 0.5]] });
  }
  for (let i = 0; i < 24; i += 1) {
    const z = 2.6 + i * 0.75;
    const [x, y] = cam(0.32 + (i % 2 ? 0.12 : -0.12) + Math.sin(i / 5) * 0.3, 0, z);
    s.ellipse(x, y, cam.scale(z) * 0.05, cam.scale(z) * 0.022, mix(snow, p.shade, 0.75));
  }
  const [px, py] = cam(0.3, 0, 8.6);
  person(s, rng, { x: px, y: py, h: cam.scale(8.6) * 1.72, walk: true, coat: p.red, hat: p.ink, turn: 0 });
  bareTree(s, rng, 1130, 800, 620, mix(p.woodDark, p.ink, 0.3));
  s.path('M1040 812Q1120 752 1210 770V812Z', mix(snow, p.paper, 0.4), { shade: [['dark', 'bottom', 0.4]] });
  s.path('M-10 812V748Q90 740 190 812Z', mix(snow, p.paper, 0.4), { shade: [['dark', 'bottom', 0.4]] });
  // Dawn is clear and cold; at the other hours it snows.
  if (p.variant !== 'dawn') for (let i = 0; i < 110; i += 1) s.circle(rng.range(0, 1200), rng.range(0, 780), rng.range(1.6, 5), mix(p.paper, p.sky[1], p.dark ? 0.15 : 0));
  return s;
}

function building(s, rng, cam, side, z, snow) {
  const p = s.palette;
  const x0 = side * 4.7;
  const depth = rng.range(5.2, 6.4);
  const h = rng.range(4.6, 7);
  const wall = mix(rng.pick([p.cream, mix(p.yellow, p.white, 0.4), mix(p.red, p.white, 0.5), mix(p.white, p.leaf, 0.3), p.brick]), p.sky[2], Math.min(0.5, z / 90));
  const face = (u, v) => cam(x0, v * h, z + depth * u);
  // Front end, then the long side towards the street
  s.poly([cam(x0, 0, z), cam(x0 + side * 9, 0, z), cam(x0 + side * 9, h, z), cam(x0, h, z)], mix(wall, p.ink, 0.16), { shade: [['dark', 'bottom', 0.4]] });
  s.poly([face(0, 0), face(1, 0), face(1, 1), face(0, 1)], wall, { shade: [['dark', 'bottom', 0.4], ['dark', 'top', 0.4, 0.3]] });
  const rows = h > 5.8 ? 3 : 2;
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < 3; c += 1) {
      const [u, v] = [0.1 + c * 0.3, 0.1 + (r / rows) * 0.88];
      const on = p.variant !== 'day' && rng.chance(p.dark ? 0.6 : 0.35);
      const quad = (g) => [face(u - g, v - g), face(u + 0.18 + g, v - g), face(u + 0.18 + g, v + 0.2 + g), face(u - g, v + 0.2 + g)];
      s.poly(quad(0.02), mix(p.white, wall, 0.3));
      s.poly(quad(0), on ? mix(p.gold, p.paper, 0.2) : p.paneDark);
      s.line([face(u - 0.02, v - 0.015), face(u + 0.2, v - 0.015)], snow, Math.max(1.5, cam.scale(z) * 0.08));
      if (on && z < 22) s.glow(...face(u + 0.09, v + 0.1), cam.scale(z) * 0.9, 0.4);
    }
  }
  // Roof with its load of snow
  const ridge = (u) => cam(x0 + side * 4.2, h + 3, z + depth * u);
  const eave = (u, k = 0) => cam(x0 - side * 0.4, h - 0.1 + k, z + depth * u);
  s.poly([cam(x0, h, z), cam(x0 + side * 9, h, z), ridge(0)], mix(wall, p.ink, 0.16));
  s.poly([eave(-0.04), eave(1.02), ridge(1.02), ridge(-0.04)], snow, { shade: [['dark', side > 0 ? 'right' : 'left', 0.4]] });
  s.poly([eave(-0.04), eave(1.02), eave(1.02, 0.26), eave(-0.04, 0.26)], mix(snow, p.shade, 0.5));
  const [cx, cy] = cam(x0 + side * 2.4, h + 2.2, z + depth * 0.4);
  const w = cam.scale(z + depth * 0.4) * 0.7;
  s.rect(cx - w / 2, cy - w * 1.5, w, w * 2, mix(p.brick, p.ink, 0.15), { shade: [['dark', 'left', 0.6]] });
  s.rect(cx - w * 0.6, cy - w * 1.7, w * 1.2, w * 0.36, snow);
}
