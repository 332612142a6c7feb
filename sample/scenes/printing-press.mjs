// A printing hall: the web of paper runs over the cylinders of a rotary press; a printer checks a copy.

import { mix } from './kit/colour.mjs';
import { person } from './kit/people.mjs';
import { backWindow, hangingLamp, room } from './kit/room.mjs';
import { Sheet, circlePath } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 15, height: 6, depth: 9, eye: 1.8, horizon: 480, focal: 860, floor: mix(p.stone, p.floor, 0.3), boards: 'tiles' });
  for (const [i, x] of [-5.2, -1.7, 1.8, 5.3].entries()) backWindow(s, rng, cam, { x0: x - 1.3, x1: x + 1.3, y0: 2.6, y1: 5.4, panes: [4, 3], beam: false, light: i === 2 });
  // Beams under the roof
  for (const y of [26, 60]) s.rect(-10, y, 1220, 9, mix(p.near, p.ink, 0.3));
  for (let i = 0; i < 14; i += 1) s.line([[i * 90 - 20, 30], [i * 90 + 26, 64], [i * 90 + 70, 30]], mix(p.near, p.ink, 0.3), 5);
  press(s, rng, p);
  reels(s, p);
  stack(s, rng, 1010, 748, 14, p);
  stack(s, rng, 1130, 764, 9, p);
  stack(s, rng, 884, 770, 4, p);
  person(s, rng, { x: 790, y: 764, h: 300, coat: p.yellow, turn: -1, arm: 'out', hat: p.red });
  // The copy in the printer's hands
  s.poly([[676, 548], [742, 534], [752, 608], [686, 622]], p.white, { shade: [['dark', 'left', 0.4]] });
  s.poly([[742, 534], [790, 548], [796, 618], [752, 608]], mix(p.white, p.stone, 0.4));
  s.poly([[684, 556], [736, 545], [737, 556], [685, 567]], mix(p.ink, p.white, 0.25));
  for (let i = 0; i < 4; i += 1) s.line([[688, 578 + i * 9], [712, 573 + i * 9]], mix(p.ink, p.white, 0.45), 2.4);
  s.poly([[718, 572], [742, 567], [746, 600], [722, 605]], p.steel);
  for (const x of [280, 640, 1000]) hangingLamp(s, x, 140, 54, { reach: 420, spread: 3.4, colour: p.leaf });
  return s;
}

function press(s, rng, p) {
  const body = mix(p.near, p.leaf, 0.3);
  const paper = mix(p.white, p.paper, 0.3);
  s.ellipse(440, 716, 480, 20, p.ink, { opacity: 0.35 });
  s.rect(60, 640, 800, 80, mix(body, p.ink, 0.45), { shade: [['dark', 'bottom', 0.6]] });
  // Three towers, each with its cylinders
  for (let t = 0; t < 3; t += 1) {
    const x = 80 + t * 250;
    s.round(x, 250, 200, 400, 14, body, { shade: [['dark', 'left', 0.65, 0.6], ['dark', 'bottom', 0.4]] });
    s.round(x - 8, 238, 216, 26, 8, mix(body, p.paper, 0.2), { shade: [['dark', 'bottom', 0.5]] });
    s.round(x + 22, 282, 156, 330, 10, mix(body, p.ink, 0.55), { shade: [['dark', 'top', 0.5]] });
    const ink = [p.red, p.yellow, p.ink][t];
    for (const [dx, y, r, c] of [[62, 340, 36, p.steel], [138, 340, 36, mix(p.steel, p.paper, 0.25)], [62, 430, 40, mix(p.steel, p.paper, 0.25)], [138, 430, 40, p.steel], [100, 530, 50, mix(p.steel, p.paper, 0.15)], [44, 556, 20, ink], [156, 556, 20, ink]]) {
      s.circle(x + dx, y, r, c, { shade: [['dark', 'bottomleft', 0.85, 0.8], ['cut', 'topright', 0.5, 0.5]] });
      s.circle(x + dx, y, r * 0.3, p.ink);
      s.circle(x + dx, y, r * 0.14, p.yellow);
    }
    for (let i = 0; i < 4; i += 1) s.circle(x + 14, 290 + i * 100, 5, p.yellow);
    s.rect(x + 60, 624, 80, 14, ink);
  }
  // The web: up, over the rollers, from tower to tower, down to the folder
  const web = [[0, 650], [60, 600], [130, 560], [180, 385], [180, 218], [280, 190], [430, 218], [430, 385], [430, 480], [520, 218], [560, 190], [680, 218], [680, 385], [720, 196], [860, 220], [880, 330]];
  s.line(web, mix(paper, p.ink, 0.3), 24);
  s.line(web, paper, 19);
  for (let i = 2; i < web.length - 1; i += 1) {
    const [[ax, ay], [bx, by]] = [web[i], web[i + 1]];
    const n = Math.floor(Math.hypot(bx - ax, by - ay) / 26);
    for (let k = 1; k < n; k += 1) {
      const q = k / n;
      s.circle(ax + (bx - ax) * q, ay + (by - ay) * q, 4, mix(p.ink, paper, 0.35));
    }
  }
  for (const [x, y] of [[180, 214], [280, 186], [430, 214], [520, 214], [560, 186], [680, 214], [720, 194], [860, 216]]) {
    s.circle(x, y + 4, 15, p.steel, { shade: [['dark', 'bottomleft', 0.7]] });
    s.circle(x, y + 4, 5, p.ink);
  }
  // Folder and its belt
  s.poly([[800, 330], [960, 330], [920, 470], [840, 470]], mix(body, p.paper, 0.12), { shade: [['dark', 'left', 0.6], ['cut', 'right', 0.3]] });
  s.poly([[838, 332], [922, 332], [880, 462]], paper, { shade: [['dark', 'bottom', 0.4]] });
  s.round(820, 470, 120, 180, 8, mix(body, p.ink, 0.2), { shade: [['dark', 'left', 0.6]] });
  s.rect(840, 500, 80, 50, p.dark ? mix(p.leaf, p.lamp, 0.4) : p.cream);
  for (let i = 0; i < 6; i += 1) s.circle(848 + (i % 3) * 32, 576 + Math.floor(i / 3) * 26, 8, [p.red, p.yellow, p.leaf][i % 3]);
  s.poly([[930, 560], [1200, 500], [1210, 516], [934, 584]], mix(p.ink, p.near, 0.3));
  for (let i = 0; i < 8; i += 1) s.poly([[946 + i * 34, 556 - i * 7.6], [984 + i * 34, 547 - i * 7.6], [990 + i * 34, 556 - i * 7.6], [952 + i * 34, 566 - i * 7.6]], paper, { shade: [['dark', 'bottom', 0.5]] });
  // Rail and ladder
  s.line([[60, 236], [60, 180], [760, 160]], p.yellow, 5);
  for (let i = 0; i < 8; i += 1) s.line([[60 + i * 100, 238], [60 + i * 100, 179 - i * 2.8]], p.yellow, 4);
}

function reels(s, p) {
  for (const [x, y, r] of [[96, 716, 84], [262, 744, 66]]) {
    s.ellipse(x + 8, y + r * 0.98, r, 10, p.ink, { opacity: 0.3 });
    s.rect(x, y - r, r * 0.9, r * 2, mix(p.white, p.stone, 0.5), { shade: [['dark', 'bottom', 0.6]] });
    s.path(circlePath(x + r * 0.9, y, r * 0.42, r), mix(p.white, p.stone, 0.5), { shade: [['dark', 'bottom', 0.6]] });
    s.ellipse(x, y, r * 0.9, r, mix(p.white, p.paper, 0.2), { shade: [['dark', 'bottomleft', 0.5]] });
    for (const k of [0.8, 0.62, 0.46]) s.path(circlePath(x, y, r * 0.9 * k, r * k), 'none', { stroke: mix(p.white, p.ink, 0.22), width: 2 });
    s.ellipse(x, y, r * 0.22, r * 0.25, p.wood);
    s.ellipse(x, y, r * 0.12, r * 0.14, p.ink);
  }
}

function stack(s, rng, x, y, count, p) {
  s.poly([[x - 66, y], [x + 66, y], [x + 58, y + 12], [x - 58, y + 12]], p.woodDark);
  for (let i = 0; i < count; i += 1) {
    const dy = y - i * 13;
    const dx = rng.range(-3, 3);
    s.poly([[x - 58 + dx, dy], [x + 40 + dx, dy], [x + 40 + dx, dy - 11], [x - 58 + dx, dy - 11]], mix(p.white, p.stone, i % 2 ? 0.15 : 0.4));
    s.poly([[x + 40 + dx, dy], [x + 64 + dx, dy - 10], [x + 64 + dx, dy - 21], [x + 40 + dx, dy - 11]], mix(p.stone, p.ink, 0.25));
  }
  const top = y - count * 13;
  s.poly([[x - 58, top + 2], [x + 40, top + 2], [x + 64, top - 9], [x - 30, top - 9]], p.white);
  s.poly([[x - 40, top - 1], [x + 30, top - 1], [x + 36, top - 4], [x - 33, top - 4]], mix(p.ink, p.white, 0.3));
}
