"""Builds what comes from other files: forms from ui/*.ui, catalogues from the sources. Run it from anywhere.

    python ui/build.py [--compile]

writes qc_desktop/gui/forms/ui_*.py and resources/i18n/qc_*.ts and .qm; with --compile the catalogues are only
compiled, not brought up to date with the sources. Tests regenerate and compare them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "qc_desktop" / "gui" / "forms"
I18N = ROOT / "resources" / "i18n"
_SIGNATURE = re.compile(r"^(    def (?:setupUi|retranslateUi)\(self, (\w+))\):$", re.MULTILINE)


def tool(name: str, *arguments: str) -> str:
    """Runs one of PySide6's tools; gives what it printed. Raises CalledProcessError when it fails."""
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def form(source: Path) -> str:
    """The Python module of a Designer form, with the annotations that the compiler leaves out."""
    made = tool("uic", "--generator", "python", str(source))
    return _SIGNATURE.sub(r"\1: QWidget) -> None:", made)


def sources() -> list[str]:
    """Every file with words for the window."""
    code = [path for path in (ROOT / "qc_desktop" / "gui").rglob("*.py") if not path.name.startswith("ui_")]
    return [str(path) for path in sorted([*code, *(ROOT / "ui").glob("*.ui")])]


def update_catalogue(catalogue: Path) -> None:
    """Brings a .ts file up to date with the sources; English needs only plural forms."""
    lang = catalogue.stem.removeprefix("qc_")
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", lang]
    if lang == "en":
        options.append("-pluralonly")
    tool("lupdate", *options, *sources(), "-ts", str(catalogue))


def compile_catalogue(catalogue: Path, compiled: Path) -> None:
    """Writes the .qm file of a .ts file, whole: a running window has the old one mapped into its memory."""
    part = compiled.with_name(f"{compiled.name}.part")
    tool("lrelease", "-silent", str(catalogue), "-qm", str(part))
    part.replace(compiled)


def main() -> None:
    """Builds everything in place."""
    for source in sorted((ROOT / "ui").glob("*.ui")):
        (FORMS / f"ui_{source.stem}.py").write_text(form(source), encoding="utf-8", newline="\n")
    for lang in ("zh_CN", "en"):
        catalogue = I18N / f"qc_{lang}.ts"
        if "--compile" not in sys.argv:
            update_catalogue(catalogue)
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))


if __name__ == "__main__":
    main()
