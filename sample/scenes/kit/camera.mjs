// A pinhole camera that looks straight ahead: verticals stay upright, as in good drawing of buildings and rooms.
// x goes right, y up, z away; units are metres by convention.

import { mix } from './colour.mjs';

/** `focal` in sheet units; `horizon` is where eye height lies on the sheet. */
export function camera({ x = 0, eye = 1.6, focal = 900, horizon = 380, centre = 600 } = {}) {
  const at = (px, py, pz) => {
    const z = Math.max(0.05, pz);
    return [centre + (focal * (px - x)) / z, horizon - (focal * (py - eye)) / z];
  };
  at.x = x;
  at.eye = eye;
  at.scale = (z) => focal / Math.max(0.05, z);
  at.horizon = horizon;
  at.centre = centre;
  return at;
}

/**
 * A box standing at `at` (the middle of its foot), `size` [wide, high, deep], turned by `yaw`. `colours` are
 * {top, front, side}; `shade` per face. Returns the faces seen, as functions (u, v) -> point, to draw on them.
 */
export function box(sheet, cam, { at: [bx, by, bz], size: [w, h, d], yaw = 0, colours, shade = {} }) {
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
  const world = (lx, ly, lz) => [bx + lx * c + lz * s, by + ly, bz - lx * s + lz * c];
  const faces = {
    front: [[-w / 2, -d / 2], [w / 2, -d / 2]],
    right: [[w / 2, -d / 2], [w / 2, d / 2]],
    back: [[w / 2, d / 2], [-w / 2, d / 2]],
    left: [[-w / 2, d / 2], [-w / 2, -d / 2]],
  };
  const seen = {};
  const sideColours = { front: colours.front, back: colours.front, left: colours.side, right: colours.side };
  for (const [name, [[ax, az], [ex, ez]]] of Object.entries(faces)) {
    const p = world(ax, 0, az);
    const q = world(ex, 0, ez);
    const normal = [q[2] - p[2], -(q[0] - p[0])];
    // Seen when the face's outside points at the eye.
    if (normal[0] * (cam.x - p[0]) + normal[1] * (0 - p[2]) <= 0) continue;
    const on = (u, v) => cam(...world(ax + (ex - ax) * u, v * h, az + (ez - az) * u));
    seen[name] = on;
    sheet.poly([on(0, 0), on(1, 0), on(1, 1), on(0, 1)], sideColours[name], { shade: shade[name] ?? shade.sides });
  }
  if (cam.eye > by + h) {
    const on = (u, v) => cam(...world((u - 0.5) * w, h, (v - 0.5) * d));
    seen.top = on;
    sheet.poly([on(0, 0), on(1, 0), on(1, 1), on(0, 1)], colours.top, { shade: shade.top });
  } else if (cam.eye < by) {
    const on = (u, v) => cam(...world((u - 0.5) * w, 0, (v - 0.5) * d));
    seen.bottom = on;
    sheet.poly([on(0, 0), on(1, 0), on(1, 1), on(0, 1)], colours.bottom ?? colours.side, { shade: shade.bottom });
  }
  return seen;
}

/** A rectangle on a face given by its (u, v) function. */
export const onFace = (face, u0, v0, u1, v1) => [face(u0, v0), face(u1, v0), face(u1, v1), face(u0, v1)];

/** Colours of a box of one material. `paler` lights the top, `ink` darkens the side. */
export const solid = (colour, palette, contrast = 1) => ({
  top: mix(colour, palette.lamp, 0.28 * contrast),
  front: colour,
  side: mix(colour, palette.ink, 0.3 * contrast),
});
