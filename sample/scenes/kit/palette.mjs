// The inks. A picture is printed with seven: paper, air, glow, cool, ink, accent and gold. All other colours are
// mixtures of these, as with a press that has only so many drums; that is what holds the pictures together.

import { mix } from './colour.mjs';

export const VARIANTS = ['dawn', 'day', 'dusk', 'night'];

// paper, air (the upper sky), glow (the sky at the horizon), cool (land and shade), ink, accent, gold
const INKS = {
  dawn: [
    ['#fdf0df', '#9db4c0', '#f7c9a4', '#6f7f95', '#2b2f4c', '#dd6b55', '#f3c06b'],
    ['#fcefe2', '#b9a7bd', '#f9d3a8', '#7a7391', '#332c4a', '#e0705c', '#f2bd72'],
    ['#fbf1dd', '#8fb5b0', '#f6d2b2', '#5f8488', '#243c4c', '#d9705a', '#efc272'],
  ],
  day: [
    ['#f8f0dc', '#8fc0c9', '#f1ead0', '#4f8a80', '#1c3240', '#d4553a', '#e9b549'],
    ['#f9f1e0', '#9cc3dc', '#eef0e0', '#6a8c5a', '#20304a', '#c94f3c', '#efbc52'],
    ['#f7f0dd', '#79b4c4', '#f6e7bd', '#3f7f86', '#1d2c42', '#df6a3c', '#f0c255'],
  ],
  dusk: [
    ['#fde6bd', '#4b3f75', '#f08a55', '#6b4a78', '#1e1a38', '#e4573d', '#fbbf62'],
    ['#fbe4c0', '#2f5468', '#f0a659', '#3f5f74', '#152538', '#df6440', '#fac566'],
    ['#fde3c4', '#6a4470', '#f27c62', '#7a4a6c', '#261a38', '#d94a4a', '#fcb968'],
  ],
  night: [
    ['#f2ead2', '#14223f', '#3c5b80', '#2c4a6a', '#0b1428', '#cf5a40', '#f6c766'],
    ['#efe9d4', '#0f2a33', '#2f6468', '#24525a', '#07171d', '#cf6242', '#f4c35e'],
    ['#f0e8d6', '#221f47', '#57508a', '#3f3d70', '#100f26', '#d0565a', '#f8cb70'],
  ],
};

// How far the colour of the air lies over things (day not at all), what it is, and the colour of shadows.
const LIGHT = {
  dawn: { dim: 0.14, shade: '#8c84a8' },
  day: { dim: 0, shade: '#7d93a3' },
  dusk: { dim: 0.3, shade: '#6a5584' },
  night: { dim: 0.56, shade: '#3f5580' },
};

/** A palette for a variant. `rng` picks the inks; the roles are what scenes ask for. */
export function paletteFor(variant, rng) {
  return mixed(variant, rng.pick(INKS[variant]), 1);
}

/** `outdoors` is how much of the air lies over things: in a room lit by a lamp it is less. */
function mixed(variant, inks, outdoors) {
  const [paper, air, glow, cool, ink, accent, gold] = inks;
  const { shade } = LIGHT[variant];
  const dim = LIGHT[variant].dim * outdoors;
  const dark = variant === 'dusk' || variant === 'night';
  const ambient = variant === 'dawn' ? mix(air, glow, 0.5) : air;
  const local = (colour) => mix(colour, ambient, dim);
  // Where the cool ink is a violet, plants would come out grey; a share of true green keeps them plants.
  const green = local(mix(mix(mix(cool, gold, 0.3), '#4a7a50', 0.32), ink, 0.12));
  return {
    variant, indoors: () => mixed(variant, inks, 0.5), dark, paper, air, glow, cool, ink, accent, gold, shade, ambient, local,
    sky: [air, mix(air, glow, 0.3), mix(air, glow, 0.62), glow],
    sun: variant === 'night' ? paper : mix(gold, paper, variant === 'day' ? 0.75 : 0.35),
    cloud: variant === 'night' ? mix(air, glow, 0.7) : mix(paper, glow, dark ? 0.6 : 0.25),
    // Planes of a landscape: the farther, the more they take on of the sky.
    far: mix(cool, glow, variant === 'night' ? 0.35 : 0.58),
    mid: mix(local(cool), glow, 0.2),
    near: local(mix(cool, ink, 0.45)),
    green,
    leaf: local(mix(mix(cool, gold, 0.45), '#86a04c', 0.3)),
    white: local(paper),
    cream: local(mix(paper, gold, 0.25)),
    red: local(accent),
    brick: local(mix(accent, ink, 0.22)),
    yellow: local(gold),
    wood: local(mix(mix(accent, gold, 0.4), ink, 0.3)),
    woodDark: local(mix(mix(accent, gold, 0.25), ink, 0.58)),
    stone: local(mix(paper, cool, 0.28)),
    stoneDark: local(mix(paper, mix(cool, ink, 0.4), 0.6)),
    skin: local(mix(mix(paper, accent, 0.38), gold, 0.3)),
    skinDark: local(mix(mix(accent, gold, 0.35), ink, 0.4)),
    steel: local(mix(cool, paper, 0.35)),
    ground: local(mix(mix(paper, gold, 0.35), cool, 0.3)),
    lamp: dark ? mix(gold, paper, 0.35) : mix(paper, gold, 0.15),
    // What a window looks like from outside, and what light it gives from inside.
    pane: dark ? gold : local(mix(cool, ink, 0.45)),
    paneDark: local(mix(cool, ink, dark ? 0.75 : 0.6)),
    wall: dark ? mix(mix(mix(cool, accent, 0.2), ink, 0.12), ambient, variant === 'night' ? 0.4 : 0.2) : local(mix(paper, variant === 'dawn' ? glow : gold, 0.3)),
    wallDark: dark ? local(mix(cool, ink, 0.5)) : local(mix(mix(paper, cool, 0.4), glow, 0.2)),
    floor: local(mix(mix(accent, gold, 0.55), mix(paper, cool, 0.4), dark ? 0.3 : 0.5)),
  };
}
