from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from qc_desktop.domain.colours import contrast
from qc_desktop.gui import theme
from qc_desktop.gui.frame.status_line import StatusLine
from qc_desktop.gui.icons import icon
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.stylesheet import TYPE_SIZES, stylesheet
from qc_desktop.gui.tokens import DARK, LIGHT, Tokens, Tone
from qc_desktop.gui.widgets.parts import card
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.paths import resource

from .conftest import Keep

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_text_passes_four_and_a_half(tokens: Tokens) -> None:
    pairs = [tokens.message(tone) for tone in Tone]
    pairs += [(text, ground) for text in (tokens.text, tokens.muted) for ground in _grounds(tokens)]
    pairs += [(tokens.tone(tone), ground) for tone in Tone for ground in (tokens.surface, tokens.raised)]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.on_accent, tokens.accent_hover)]
    pairs += [(tokens.on_selection, tokens.selection)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@BOTH
def test_borders_and_accents_pass_three(tokens: Tokens) -> None:
    pairs = [
        (line, ground) for line in (tokens.border, tokens.accent, tokens.bad) for ground in (tokens.bg, tokens.surface)
    ]
    assert [pair for pair in pairs if contrast(*pair) < 3] == []


def _grounds(tokens: Tokens) -> tuple[str, ...]:
    return tokens.bg, tokens.surface, tokens.raised, tokens.nav


def test_the_theme_is_known_from_the_palette(look: Callable[[theme.Theme], None]) -> None:
    look(theme.Theme(DARK))
    assert theme.tokens_in_use() is DARK
    look(theme.Theme(LIGHT))
    assert theme.tokens_in_use() is LIGHT


@pytest.mark.parametrize("size", theme.TextSize)
def test_fields_and_rows_grow_with_the_text(look: Callable[[theme.Theme], None], size: theme.TextSize) -> None:
    wanted = theme.Theme(size=size)
    look(wanted)
    field = QLineEdit()
    field.ensurePolished()
    assert field.sizeHint().height() == wanted.row_height == theme.row_height() == round(34 * size.value)


def test_what_is_shown_follows_the_theme_and_loses_nothing(
    look: Callable[[theme.Theme], None], keep: Keep, qapp: QApplication
) -> None:
    shown = keep(card())
    shown.resize(60, 60)
    shown.show()
    for tokens in (DARK, LIGHT, DARK):
        look(theme.Theme(tokens, theme.TextSize.LARGE))
        assert shown.grab().toImage().pixelColor(30, 30).name() == QColor(tokens.surface).name()
        assert shown.font().pointSizeF() == pytest.approx(TYPE_SIZES["body"] * 1.15)
        assert qapp.styleSheet() == stylesheet(tokens, 1.15)


def test_an_icon_wears_the_theme_and_its_mode(look: Callable[[theme.Theme], None]) -> None:
    assert _inks(icon("check", "accent")) == {QColor(LIGHT.accent).name()}
    look(theme.Theme(DARK))
    made = icon("check", "accent")
    assert _inks(made) == {QColor(DARK.accent).name()}
    assert _inks(made, QIcon.Mode.Selected) == {QColor(DARK.on_selection).name()}
    assert _inks(made, QIcon.Mode.Disabled) == {QColor(DARK.muted).name()}


def _inks(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, side: int = 18) -> set[str]:
    image = made.pixmap(QSize(side, side), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() > 250}


def test_the_icons_of_a_window_follow_the_theme(look: Callable[[theme.Theme], None], shell: Shell) -> None:
    buttons = shell._sidebar.findChildren(QPushButton)
    assert [_inks(button.icon(), side=20) & {QColor(LIGHT.text).name()} for button in buttons].count(set()) == 0
    look(theme.Theme(DARK))
    assert [_inks(button.icon(), side=20) & {QColor(DARK.text).name()} for button in buttons].count(set()) == 0


def test_a_lone_icon_follows_the_theme(look: Callable[[theme.Theme], None], keep: Keep) -> None:
    lone = keep(TintedIcon("check", "accent", 48))
    for tokens in (LIGHT, DARK):
        look(theme.Theme(tokens))
        lone.resize(48, 48)
        image = lone.grab().toImage()
        inks = {image.pixelColor(x, y).name() for x in range(48) for y in range(48)}
        assert QColor(tokens.accent).name() in inks


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_words_of_the_status_line_stay_in_place_when_they_become_a_button(
    look: Callable[[theme.Theme], None], keep: Keep, tokens: Tokens
) -> None:
    look(theme.Theme(tokens))
    line = keep(StatusLine())
    line.resize(900, line.sizeHint().height())
    line.show_busy(True)  # says the same on the label and on the button
    said = line.said
    places: set[tuple[int, int, int]] = set()
    for unsaved in (False, True):
        line.show_unsaved(unsaved)
        assert line.said == said
        image = line.grab().toImage()
        ground = image.pixelColor(2, 2)
        inked = [(x, y) for x in range(60) for y in range(5, image.height()) if image.pixelColor(x, y) != ground]
        places.add((min(x for x, _ in inked), min(y for _, y in inked), line._backup.x()))
    assert len(places) == 1


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_shipped_icons_are_the_ones_listed() -> None:
    sums = resource("icons", "SHA256SUMS").read_text(encoding="utf-8").split()
    listed = dict(zip(sums[1::2], sums[::2], strict=True))
    tinted = {path.name for path in resource("icons").glob("*.*.svg")}
    assert {path.name for path in resource("icons").glob("*.svg")} - tinted | {"LICENSE"} == set(listed)
    for name, digest in listed.items():
        assert hashlib.sha256(resource("icons", name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(("name", "token"), [("chevron-down", "muted"), ("check", "on_accent")])
@BOTH
def test_tinted_icons_are_their_source_in_the_tokens_colour(tokens: Tokens, name: str, token: str) -> None:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    tinted = resource("icons", f"{name}.{tokens.name}.svg").read_text(encoding="utf-8")
    assert tinted == source.replace("currentColor", getattr(tokens, token))


@BOTH
def test_what_cannot_be_typed_into_does_not_look_as_if_it_could(
    look: Callable[[theme.Theme], None], keep: Keep, tokens: Tokens
) -> None:
    look(theme.Theme(tokens))
    field = keep(QLineEdit())
    field.resize(200, 34)
    field.show()
    grounds = []
    for locked in (False, True):
        field.setReadOnly(locked)
        grounds.append(field.grab().toImage().pixelColor(100, 5).name())
    assert grounds == [QColor(tokens.surface).name(), QColor(tokens.bg).name()]
