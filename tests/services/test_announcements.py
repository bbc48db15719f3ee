"""The announcement of a published roster: what it needs, what it says, which fonts it names."""

from __future__ import annotations

from dataclasses import replace

import docx
import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences, rosters, system_fonts
from qc_desktop.services.campaigns import years
from tests.samples import DAY, refused
from tests.services.layout_use import spoil_words, use_words
from tests.services.test_rosters import read


@pytest.fixture
def published(year):
    """A year whose roster is published, with the number and the day of its announcement."""
    changed(year, announcement_no="2026年第12号", announced_on=DAY)
    rosters.publish(year.office, year.campaign_id)
    return year


def changed(year, **values) -> None:
    row = next(row for row in years.campaigns(year.office) if row.id == year.campaign_id)
    years.change(year.office, row.id, row.row_version, replace(row.values, **values))


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_it_says_who_announces_whom_and_when(published, tmp_path, ending) -> None:
    published.issue()
    path = tmp_path / f"公告.{ending}"
    done = finish(rosters.announce(published.office, published.campaign_id, path))
    text = "".join(read(path).split())
    issuer = preferences.issuer_line(published.office)
    for words in (
        f"{issuer}关于公布2026年",
        "2026年第12号",
        f"{done.companies}家企业名单（排名不分先后）",
        f"共{done.companies}家，排名不分先后",
        f"{DAY.year}年{DAY.month}月{DAY.day}日",
        "不是质量认证、检验结论或评比结果，不构成推荐或担保",
        "附件：2026年",
    ):
        assert words in text
    assert "证书编号" not in text
    assert "QC-2026" not in text
    assert "{" not in text


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_it_is_made_from_the_layout_in_use(published, tmp_path, ending) -> None:
    paragraphs = ("示例首段，公布{count}家。", "示例缺资料的一段{red_head}。", "特此公告。")
    words = {"title": "关于{roster}的公告", "attachment": "附表：", "annex": "附表", "annex_below": "合计{count}家"}
    use_words(published.office, "announcement", phrases={"paragraphs": paragraphs}, **words)
    path = tmp_path / f"公告.{ending}"
    done = finish(rosters.announce(published.office, published.campaign_id, path))
    text = "".join(read(path).split())
    for wanted in (f"示例首段，公布{done.companies}家。", "特此公告。", "附表：2026年", f"合计{done.companies}家"):
        assert wanted in text
    for gone in ("缺资料", "附件", "排名不分先后", "关于公布"):
        assert gone not in text


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_red_head_stands_only_where_it_is_wanted(published, tmp_path, ending) -> None:
    issuer = preferences.issuer_line(published.office)
    heads = []
    for red_head in (False, True):
        path = tmp_path / f"{red_head}.{ending}"
        finish(rosters.announce(published.office, published.campaign_id, path, red_head=red_head))
        text = "".join(read(path).split())
        heads.append(f"{issuer}文件" in text)
        assert text.count("2026年第12号") == 1
    assert heads == [False, True]


def test_what_is_missing_is_asked_for_in_words(year, tmp_path) -> None:
    def announce(name="a.pdf"):
        return finish(rosters.announce(year.office, year.campaign_id, tmp_path / name))

    with refused("announcement.not_published"):
        announce()
    changed(year, announcement_no="", announced_on=None)
    rosters.publish(year.office, year.campaign_id)
    with refused("announcement.no_number"):
        announce()
    changed(year, announcement_no="2026年第12号")
    with refused("announcement.no_day"):
        announce()
    changed(year, announced_on=DAY)
    with refused("announcement.format"):
        announce("a.doc")
    preferences.change(year.office, {"association_name": "", "issuer_line": ""})
    with refused("announcement.no_issuer"):
        announce()
    assert list(tmp_path.glob("a.*")) == []


def test_fonts_that_the_pc_lacks_are_named_with_what_stands_in(published, tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.docx"

    def with_fonts(*names):
        monkeypatch.setattr(system_fonts, "families", lambda: frozenset(names))
        done = finish(rosters.announce(published.office, published.campaign_id, path))
        title = next(paragraph for paragraph in docx.Document(path).paragraphs if "关于公布" in paragraph.text)
        return dict(done.replaced), title.runs[0].bold

    assert with_fonts("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体") == ({}, None)
    assert with_fonts() == ({"方正小标宋简体": "宋体", "仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"}, True)
    replaced, _ = with_fonts("STZhongsong", "FangSong", "KaiTi")
    assert replaced == {"方正小标宋简体": "华文中宋", "仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"}


def test_the_pc_says_its_fonts_or_nothing(monkeypatch) -> None:
    assert all(system_fonts.families())
    monkeypatch.setenv("PATH", "")
    assert system_fonts.families() == frozenset()


def test_a_closed_job_leaves_nothing(published, tmp_path) -> None:
    job = rosters.announce(published.office, published.campaign_id, tmp_path / "a.pdf")
    next(job)
    job.close()
    assert list(tmp_path.glob("a.*")) == []


def test_nothing_is_announced_with_a_spoiled_variable(published, tmp_path) -> None:
    spoil_words(published.office, "announcement", title="关于{roster的公告")
    with refused("layout.brace"):
        finish(rosters.announce(published.office, published.campaign_id, tmp_path / "公告.docx"))
    assert not list(tmp_path.glob("公告*"))
