"""使用须知 and the label's picture: what they say, and what they must never say."""

from __future__ import annotations

import io

from PIL import Image

from qc_desktop.documents import qr
from qc_desktop.documents.label import MODULE, label_png
from qc_desktop.documents.layout.editing import changed as edited
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.pagecheck import decode
from qc_desktop.documents.papers import paper_bytes
from qc_desktop.documents.preflight import check_paper
from tests.documents.test_roster import pages_of
from tests.samples import refused

LAYOUT = load_layout("usage_notice")
NOTICE = sample_record(LAYOUT)


def text(tmp_path, **changed) -> str:
    path = tmp_path / "须知.pdf"
    path.write_bytes(paper_bytes({**NOTICE, **changed}, LAYOUT))
    (page,) = pages_of(path)
    return page


def test_it_says_whose_it_is_what_it_does_not_mean_and_whom_to_call(tmp_path) -> None:
    said = text(tmp_path)
    for words in (NOTICE["holder"], NOTICE["number"], "2027年3月14日", "不是质量认证", "不构成推荐或担保", "12315"):
        assert words in said
    assert "400-000-0000" in said
    assert said.count("消费者怎样反映问题") == 1


def test_what_a_certificate_does_not_have_is_left_out(tmp_path) -> None:
    said = text(tmp_path, hotline="", expires="")
    assert "有效期至" not in said
    assert "（）" not in said
    assert "请先与企业联系，也可以拨打12315" in said


def test_the_longest_name_fits_and_an_unprintable_one_is_refused(tmp_path) -> None:
    assert "示例" * 40 in text(tmp_path, holder="示例" * 40)
    with refused("paper.glyph"):
        text(tmp_path, holder="示例\ue000公司")


def test_it_takes_one_page_or_is_refused_in_words(tmp_path) -> None:
    longer = edited(LAYOUT, phrases={**LAYOUT.phrases, "use": ("示例内容说明文字。" * 8,) * 12})
    with refused("paper.overfull"):
        paper_bytes(NOTICE, longer)
    assert [finding.code for finding in check_paper(NOTICE, longer)] == ["paper.too_long"]
    assert check_paper(NOTICE, LAYOUT) == []


def test_the_label_has_whole_modules_a_quiet_zone_and_can_be_read() -> None:
    import numpy as np

    picture = Image.open(io.BytesIO(label_png("https://verify.example.org/#", "1234567890" * 39)))
    side = qr.CERTIFICATE.size + 2 * qr.QUIET_ZONE
    assert picture.size == (side * MODULE, side * MODULE)
    pixels = np.asarray(picture.convert("L"))
    assert decode(pixels) == "https://verify.example.org/#" + "1234567890" * 39
    blocks = pixels.reshape(side, MODULE, side, MODULE)
    assert (blocks == blocks[:, :1, :, :1]).all()
    edge = qr.QUIET_ZONE * MODULE
    assert (pixels[:edge] == 255).all()
    assert (pixels[:, :edge] == 255).all()
    assert pixels[edge, edge] == 0
