#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what the style sheets colour can be seen: check-contrast.py UI

Computes the contrast of each pair of colours that the window puts together, by
WCAG 2.1, in light, dark and high contrast: text at least 4.5 to 1 (7 in high
contrast), what is drawn at least 3 to 1.
"""

import re
import sys
from pathlib import Path

DEFINITION = re.compile(r'@define-color (\w+) ([^;]+);')
ALPHA = re.compile(r'alpha\((.+), ([\d.]+)\)$')
DIM = re.compile(r'^\.dim-label \{ opacity: ([\d.]+); \}$', re.MULTILINE)

# libadwaita 1.2's own colours, where ours stand on them or with them
LIGHT = {'window_bg': '#fafafa', 'card_bg': '#ffffff', 'headerbar_bg': '#ebebeb', 'popover_bg': '#ffffff',
         'window_fg': 'alpha(#000000, 0.8)', 'accent': '#1c71d8', 'error': '#c01c28', 'error_bg': '#e01b24', 'error_fg': '#ffffff'}
DARK = {'window_bg': '#242424', 'card_bg': 'alpha(#ffffff, 0.08)', 'headerbar_bg': '#303030', 'popover_bg': '#383838',
        'window_fg': '#ffffff', 'accent': '#78aeed', 'error': '#ff7b63', 'error_bg': '#c01c28', 'error_fg': '#ffffff'}

TEXT, DRAWN = 'text', 'drawn'
LEAST = {TEXT: (4.5, 7), DRAWN: (3, 3)}

# What, its colour, what it stands on
PAIRS = [
    (TEXT, 'a flight that has departed', 'moei_departed_text', 'card_bg'),
    (TEXT, 'a flight at the gate', 'moei_at_airport_text', 'card_bg'),
    (TEXT, 'a flight that is late', 'moei_late', 'card_bg'),
    (TEXT, 'a remark on a card', 'moei_late', 'popover_bg'),
    (TEXT, 'what is said quietly', 'dim', 'card_bg'),
    (TEXT, 'what is said quietly in the header', 'dim', 'headerbar_bg'),
    (TEXT, 'a verdict that is short', 'moei_short_fg', 'moei_short_bg'),
    (TEXT, 'a good verdict', 'moei_good_fg', 'moei_good_bg'),
    (TEXT, 'the pill, live', 'moei_live_fg', 'moei_live_bg'),
    (TEXT, 'the exercise', 'moei_exercise_fg', 'moei_exercise_bg'),
    (DRAWN, 'departed in the bar', 'moei_departed', 'trough'),
    (DRAWN, 'at the airport in the bar', 'moei_at_airport', 'trough'),
    (DRAWN, 'on buses in the bar', 'moei_on_bus', 'trough'),
    (DRAWN, 'the edge of slot given in the bar', 'moei_slot_given_edge', 'trough'),
    (DRAWN, "the edge of slot given's swatch", 'moei_slot_given_edge', 'card_bg'),
    (DRAWN, 'the edge of an early stage in the bar', 'moei_early', 'trough'),
    (DRAWN, "the edge of an early stage's swatch", 'moei_early', 'card_bg'),
    (DRAWN, "slot given's pattern", 'moei_slot_given_pattern', 'moei_slot_given'),
    (DRAWN, 'the border of what is not live', 'moei_late', 'window_bg'),
    (DRAWN, 'departed in the chart of the days', 'moei_departed', 'card_bg'),
    (DRAWN, 'the mark of the quota', 'window_fg', 'trough'),
    (DRAWN, 'where the keyboard is', 'accent', 'window_bg'),
    (DRAWN, 'where the keyboard is, on a card', 'accent', 'popover_bg'),
]

# The meeting display has one look.  It is read from afar, on projectors that wash
# it out: its words have the contrast of high contrast.
WALL_PAIRS = [(TEXT, what, colour, ground)
              for what, colour in [('what is said', 'moei_wall_fg'), ('what is said quietly', 'moei_wall_quiet'),
                                   ('what is good', 'moei_wall_good'), ('what is short', 'moei_wall_short'),
                                   ('what is bad', 'moei_wall_bad')]
              for ground in ['moei_wall_bg', 'moei_wall_card']]
WALL_PAIRS += [
    (TEXT, 'the exercise', 'moei_wall_exercise_fg', 'moei_wall_exercise_bg'),
    (DRAWN, 'departed', 'moei_wall_departed', 'moei_wall_card'),
    (DRAWN, 'at the airport', 'moei_wall_at_airport', 'moei_wall_card'),
    (DRAWN, 'on buses', 'moei_wall_on_bus', 'moei_wall_card'),
    (DRAWN, 'slot given', 'moei_wall_slot_given', 'moei_wall_card'),
]


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour):
    red, green, blue = (linear(channel) for channel in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    """Between two opaque colours: 1 to 21."""
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def over(above, below):
    alpha = above[3]
    return tuple(alpha * a + (1 - alpha) * b for a, b in zip(above[:3], below[:3])) + (1.0,)


class Sheet:
    """The colours of one look."""

    def __init__(self, texts, base):
        self.colours = dict(base)
        self.dim = 0.55  # libadwaita's
        for text in texts:
            self.colours.update(DEFINITION.findall(text))
            for opacity in DIM.findall(text):
                self.dim = float(opacity)

    def parse(self, text):
        text = text.strip()
        alpha = ALPHA.match(text)
        if alpha:
            colour = self.parse(alpha[1])
            return colour[:3] + (colour[3] * float(alpha[2]),)
        if text == 'currentColor':
            return self.parse('@window_fg')
        if text.startswith('@'):
            return self.parse(self.colours[text[1:]])
        return tuple(int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)) + (1.0,)

    def ground(self, name):
        """An opaque colour: a card lies on the window, the bar's trough on a card."""
        below = {'card_bg': 'window_bg', 'trough': 'card_bg'}.get(name)
        colour = self.parse('@moei_trough' if name == 'trough' else f'@{name}')
        return over(colour, self.ground(below)) if below else colour

    def contrast(self, name, ground):
        below = self.ground(ground)
        if name == 'dim':
            colour = self.parse('@window_fg')
            colour = colour[:3] + (colour[3] * self.dim,)
        else:
            colour = self.parse(f'@{name}')
        return contrast(over(colour, below), below)


def main():
    folder = Path(sys.argv[1])
    style, dark, hc, hc_dark = (
        (folder / name).read_text(encoding='utf-8')
        for name in ('style.css', 'looks/dark.css', 'looks/high-contrast.css', 'looks/high-contrast-dark.css'))
    looks = [('light', Sheet([style], LIGHT), 0), ('dark', Sheet([style, dark], DARK), 0),
             ('high contrast', Sheet([style, hc], LIGHT), 1), ('dark, high contrast', Sheet([style, dark, hc, hc_dark], DARK), 1)]
    wall = Sheet([(folder / 'wall' / 'wall.css').read_text(encoding='utf-8')], DARK)
    checks = [(look, sheet, strict, PAIRS) for look, sheet, strict in looks] + [('meeting display', wall, 1, WALL_PAIRS)]
    failed = 0
    for look, sheet, strict, pairs in checks:
        for kind, what, colour, ground in pairs:
            ratio, least = sheet.contrast(colour, ground), LEAST[kind][strict]
            if ratio < least:
                failed += 1
                print(f'{look}: {what} ({colour} on {ground}): {ratio:.2f} to 1; at least {least}')
    print(f'{sum(len(check[3]) for check in checks)} pairs, {failed} too faint')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
