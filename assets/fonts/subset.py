#!/usr/bin/env python3
"""Makes the fonts in this folder from the full ones. See README.md.

Needs fontTools and, on Debian, the packages fonts-inter and fonts-noto-cjk.
Run it again when the dataset or the messages gain a character that
`tests/fonts.rs` reports as missing.
"""

import argparse
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
ASSETS = HERE.parent

# Latin, Latin-1, Latin Extended-A and Cyrillic (the Kazakh letters are in it).
TEXT_BLOCKS = [(0x0020, 0x007E), (0x00A0, 0x017F), (0x0400, 0x04FF)]
# Schwa (older Kazakh and Azerbaijani Latin), comma-below letters, combining marks
# of transcriptions, Greek letters used as symbols.
LETTERS = "ƏəȘșȚț" + "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030C\u0327" + "ΔΣΩαβγδεμσ"
PUNCTUATION = "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄№™" + "\u2002\u2003\u2007\u2008\u2009\u200A\u202F"
ARROWS = "←↑→↓↔↕↖↗↘↙↺↻"
MATHEMATICS = "−×÷±≈≠≤≥∞√∑∂∆"
NUMBERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉½¼¾"
CURRENCIES = "€₸¥₽£₺₴"
SYMBOLS = "✓✗⚠▲△▶▷▼▽◀◁◆◇●○◐■□★☆⌘⌥⇧⏎⌫⎋⇥"

# Always in the Chinese font: its punctuation, and words that messages may use.
CHINESE = "，。、；：？！（）《》〈〉「」『』【】…—·" + "中国哈萨克斯坦一带一路项目投资贸易过境来源概览中文名称"


def inter_codepoints():
    """Every character that the two Inter files should hold."""
    points = {p for first, last in TEXT_BLOCKS for p in range(first, last + 1)}
    for group in (LETTERS, PUNCTUATION, ARROWS, MATHEMATICS, NUMBERS, CURRENCIES, SYMBOLS):
        points.update(map(ord, group))
    return points


def used_characters(extra):
    """Every character in the dataset, the messages and the given files."""
    files = sorted(ASSETS.rglob("*.ron")) + sorted(ASSETS.rglob("*.ftl")) + extra
    return {ord(c) for file in files for c in file.read_text(encoding="utf-8")}


def freeze_tabular_digits(font):
    """Points 0-9 at their tabular forms, because egui cannot switch features on.

    Inter's `tnum` also widens full stop, comma and colon; these stay
    proportional so that running text keeps its rhythm.
    """
    gsub = font["GSUB"].table
    lookups = {i for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for i in record.Feature.LookupListIndex}
    tabular = {}
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            glyph = table.cmap.get(digit)
            if glyph in tabular:
                table.cmap[digit] = tabular[glyph]
    best = font.getBestCmap()
    digits = [best[ord(digit)] for digit in "0123456789"]
    # In SemiBold the interpolation left them a thousandth apart.
    width = max(font["hmtx"][glyph][0] for glyph in digits)
    for glyph in digits:
        font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])


def write(font, points, name, features, hinting):
    """Keeps only the points; the same input gives the same bytes."""
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.hinting = hinting
    # Vertical writing is not used.
    options.drop_tables += ["VORG", "vmtx", "vhea", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, HERE / name, options)
    print(f"{name}: {len(font.getBestCmap())} characters, {(HERE / name).stat().st_size} bytes")


def main():
    """Writes the three fonts; warns about characters that none of them can show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inter", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts/opentype/inter"))
    parser.add_argument("--cjk", type=pathlib.Path,
                        default=pathlib.Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"))
    parser.add_argument("extra", nargs="*", type=pathlib.Path, help="more files whose characters are needed")
    arguments = parser.parse_args()

    used = used_characters(arguments.extra)
    covered = set()
    for weight in ("Regular", "SemiBold"):
        font = TTFont(arguments.inter / f"Inter-{weight}.otf", recalcTimestamp=False)
        freeze_tabular_digits(font)
        # No `calt`: it turns "->" into an arrow and "4x4" into a product behind our back.
        write(font, inter_codepoints(), f"inter-{weight.lower()}.otf", ["kern", "mark", "ccmp", "locl"], hinting=True)
        covered |= set(font.getBestCmap())

    # Face 2 of the collection is the one for Simplified Chinese.
    font = TTFont(arguments.cjk, fontNumber=2, recalcTimestamp=False)
    wanted = (used | set(map(ord, CHINESE))) - covered
    write(font, wanted, "noto-sans-sc-subset.otf", ["ccmp", "locl"], hinting=False)
    covered |= set(font.getBestCmap())

    missing = sorted(chr(p) for p in used - covered if p >= 0x20)
    if missing:
        print("no font has: " + " ".join(f"{c} (U+{ord(c):04X})" for c in missing), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
