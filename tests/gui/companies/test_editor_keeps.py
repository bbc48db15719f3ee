"""What is typed into the form stays until it is saved, and what others saved meanwhile is not written over."""

from __future__ import annotations

from qc_desktop.services.campaigns import pledging
from qc_desktop.services.companies import details, editing

from .conftest import Open, commit
from .forms import NAME, shown, started


def test_what_was_typed_survives_another_choice(opened: Open) -> None:
    window = opened()
    one, other = window.rows()[:2]
    editor = shown(window, one)
    editor.company.form.hotline.setText("400-000-9999")
    window.page.listing.choose(other.id)
    window.idle()
    assert editor.sheet.id == other.id
    assert one.name in editor.bar.text
    editor.bar._act()
    window.qtbot.waitUntil(lambda: editor.sheet.id == one.id)
    assert editor.company.form.hotline.text() == "400-000-9999"
    assert editor.is_dirty
    editor.save()
    window.idle()
    assert details.detail(window.office, one.id).values["hotline"] == "400-000-9999"


def test_a_refresh_does_not_call_back_the_company_that_was_left(opened: Open) -> None:
    window = opened()
    one, other = window.rows()[:2]
    editor = shown(window, one)
    window.page.listing.choose(other.id)
    window.page.refresh()
    editor.refresh()
    window.idle()
    assert editor.sheet.id == other.id


def test_a_half_filled_new_form_comes_back(opened: Open) -> None:
    window = opened()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    shown(window, window.rows()[0])
    editor = started(window)
    assert editor.company.form.name.text() == NAME
    editor.bar._act()  # discard
    assert editor.company.form.name.text() == ""
    assert not editor.is_dirty


def test_a_refresh_leaves_what_is_typed(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor.company.form.remark.setText("还没写完")
    window.jobs.change(lambda: pledging.approve(window.office, [window.rows()[5].participation_id]))
    window.idle()
    assert editor.company.form.remark.text() == "还没写完"


def test_a_company_changed_elsewhere_is_not_overwritten(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor.company.form.remark.setText("本机改的")
    detail = details.detail(window.office, company.id)
    draft = editor.company.draft(detail)
    editing.save(window.office, draft, company.id, detail.row_version)
    editor.company.form.remark.setText("本机又改的")
    editor.save()
    window.idle()
    assert editor.bar.text
    assert editor.company.form.remark.text() == "本机又改的"
    assert details.detail(window.office, company.id).values["remark"] == "本机改的"


def test_a_renamed_company_keeps_its_old_name_as_a_former_one(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor.company.form.name.setText(NAME)
    editor.company.form.former_names.setPlainText("示例更早的名称")
    editor.save()
    window.idle()
    former = {each.name for each in details.detail(window.office, company.id).former_names}
    assert former == {"示例更早的名称", company.name}
