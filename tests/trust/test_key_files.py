"""Private keys in files: made, opened, refused, damaged, moved under another passphrase."""

from __future__ import annotations

import copy
import json
import os
import pickle
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from qc_desktop.errors import UserError
from qc_desktop.trust import key_files as keys
from qc_desktop.trust import keyfile, signing
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer
from tests.keyed import first_version

PASSPHRASE = "示例口令 2026"


@pytest.fixture(scope="session")
def key_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("keys")
    keys.create(folder, KeyUse.PAYLOAD, Passphrase(PASSPHRASE))
    return keys.key_files(folder)[0].path.read_bytes()


@pytest.fixture
def key_file(tmp_path: Path, key_bytes: bytes) -> Path:
    path = tmp_path / "payload.key.json"
    path.write_bytes(key_bytes)
    return path


def code_of(path: Path, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(UserError) as caught:
        keys.unlock(path, Passphrase(passphrase))
    return caught.value.code


@pytest.mark.parametrize("use", KeyUse)
def test_a_key_of_every_use_comes_back_from_its_file(tmp_path: Path, use: KeyUse) -> None:
    made = keys.create(tmp_path / "keys", use, Passphrase(PASSPHRASE))
    (info,) = keys.key_files(tmp_path / "keys")
    assert (info.use, info.kid, info.spki) == (use, made.kid, made.spki)
    assert info.path.name == f"{use.value}-{info.kid.hex()}.key.json"
    again = keys.unlock(info.path, Passphrase(PASSPHRASE))
    assert again.sign(b"example") == made.sign(b"example")
    assert len(again.sign(b"example")) == 64
    assert again.secret(b"one") == made.secret(b"one") != made.secret(b"two")


def test_a_ledger_key_is_one_of_ed25519(tmp_path: Path) -> None:
    made = keys.create(tmp_path, KeyUse.LEDGER, Passphrase(PASSPHRASE))
    Ed25519PublicKey.from_public_bytes(made.raw_public).verify(made.sign(b"example"), b"example")
    assert made.spki.endswith(made.raw_public)
    with pytest.raises(ValueError, match="Ed25519"):
        _ = keys.create(tmp_path, KeyUse.LISTS, Passphrase(PASSPHRASE)).raw_public


def test_files_sealed_together_cost_one_derivation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed, derived = Passphrase(PASSPHRASE), []
    derive = keyfile._derive
    monkeypatch.setattr(keyfile, "_derive", lambda kdf, text: derived.append(kdf) or derive(kdf, text))
    for use in (KeyUse.PAYLOAD, KeyUse.LISTS):
        keys.create(tmp_path, use, typed)
    again = Passphrase(PASSPHRASE)
    assert {keys.unlock(info.path, again).use for info in keys.key_files(tmp_path)} == {KeyUse.PAYLOAD, KeyUse.LISTS}
    assert len(derived) == 2
    nonces = {keyfile.read(info.path.read_bytes()).nonce for info in keys.key_files(tmp_path)}
    assert len(nonces) == 2
    assert PASSPHRASE not in repr(typed)


def test_a_key_file_belongs_to_its_owner(tmp_path: Path) -> None:
    keys.create(tmp_path / "keys", KeyUse.PAYLOAD, Passphrase(PASSPHRASE))
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "keys").iterdir()} == {
        0o600 if os.name == "posix" else 0o666  # Windows keeps no such modes
    }


def test_the_file_does_not_hold_the_key_in_the_clear(key_file: Path) -> None:
    signer = keys.unlock(key_file, Passphrase(PASSPHRASE))
    secret = signer._key.private_numbers().private_value.to_bytes(32)
    sealed = keyfile.read(key_file.read_bytes()).sealed
    assert secret not in sealed
    assert PASSPHRASE.encode() not in key_file.read_bytes()


@pytest.mark.parametrize("spelling", ["示例口令 ２０２６", "  示例口令 2026\n"])
def test_a_passphrase_is_the_same_however_it_is_typed(key_file: Path, spelling: str) -> None:
    assert keys.unlock(key_file, Passphrase(spelling)).use is KeyUse.PAYLOAD


def test_the_wrong_passphrase_is_no_damage(key_file: Path) -> None:
    assert code_of(key_file, "示例口令 2027") == "keys.wrong_passphrase"


@pytest.mark.parametrize("passphrase", ["", "        ", "1234567", " 1234567 ", "\u3000" * 9])
def test_a_short_passphrase_is_refused(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(UserError) as caught:
        keys.create(tmp_path / "keys", KeyUse.ROOT, Passphrase(passphrase))
    assert caught.value.code == "keys.passphrase_short"
    assert not (tmp_path / "keys").exists()


def test_no_bit_of_the_file_can_flip(key_bytes: bytes) -> None:
    refused = 0
    for place in range(0, len(key_bytes), 3):
        flipped = bytearray(key_bytes)
        flipped[place] ^= 1 << (place % 8)
        with pytest.raises((keyfile.DamagedError, keyfile.NewerError)):
            keyfile.read(bytes(flipped))
        refused += 1
    assert refused > 200
    assert keyfile.read(key_bytes).use == "payload"


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"format": "qc-desktop-key", "version": 2}', b"[" * 9000, b" " * 99999],
    ids=lambda content: repr(content[:20]),
)
def test_what_is_no_key_file_is_refused_and_left(key_file: Path, content: bytes) -> None:
    key_file.write_bytes(content)
    assert code_of(key_file) == "keys.damaged"
    assert key_file.read_bytes() == content


def forged(key_bytes: bytes, **changes: object) -> bytes:
    """The file with other members and a checksum to match: not damage, but an attack."""
    members = {**json.loads(key_bytes), **changes}
    members.pop("checksum")
    return json.dumps({**members, "checksum": keyfile._checksum(members)}).encode()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"version": 3}, "keys.newer"),
        ({"version": 1}, "keys.damaged"),
        ({"recovery": {}}, "keys.damaged"),
        ({"recovery": {"nonce": "AAAA", "sealed": "AAAA"}}, "keys.damaged"),
        ({"use": "root"}, "keys.wrong_passphrase"),
        ({"use": "other"}, "keys.damaged"),
        ({"kid": "00000000"}, "keys.damaged"),
        ({"created": "2026"}, "keys.damaged"),
        ({"created": 7}, "keys.damaged"),
        ({"nonce": "AAAA"}, "keys.damaged"),
        ({"sealed": "AAAA"}, "keys.wrong_passphrase"),
        ({"kdf": []}, "keys.damaged"),
        ({"kdf": {"name": "argon2id", "memory_kib": 2**31, "passes": 3, "lanes": 4, "salt": "A" * 24}}, "keys.damaged"),
        ({"kdf": {"name": "argon2id", "memory_kib": 16, "passes": 3, "lanes": 4, "salt": "A" * 24}}, "keys.damaged"),
        ({"kdf": {"name": "md5", "memory_kib": 64, "passes": 3, "lanes": 4, "salt": "A" * 24}}, "keys.damaged"),
        ({"more": 1}, "keys.damaged"),
    ],
    ids=str,
)
def test_changed_members_are_refused(key_file: Path, changes: dict[str, object], code: str) -> None:
    key_file.write_bytes(forged(key_file.read_bytes(), **changes))
    assert code_of(key_file) == code


def test_missing_and_unreadable_files(tmp_path: Path) -> None:
    assert code_of(tmp_path / "gone.key.json") == "keys.missing"
    (tmp_path / "folder.key.json").mkdir()
    assert code_of(tmp_path / "folder.key.json") == "keys.unreadable"
    assert keys.key_files(tmp_path / "nowhere") == []


def test_the_root_opens_what_was_made_with_it_whatever_the_passphrase(tmp_path: Path, root: Signer) -> None:
    made = keys.create(tmp_path, KeyUse.PAYLOAD, Passphrase(PASSPHRASE), root)
    (info,) = keys.key_files(tmp_path)
    assert info.recoverable
    keys.change_passphrase([info.path], Passphrase(PASSPHRASE), Passphrase("另一个示例口令 2026"))
    assert keys.unlock_by_root(info.path, root).sign(b"example") == made.sign(b"example")
    other = Signer(ec.generate_private_key(ec.SECP256R1()), KeyUse.ROOT)
    with pytest.raises(UserError) as caught:
        keys.unlock_by_root(info.path, other)
    assert caught.value.code == "keys.not_recoverable"


def test_the_first_version_is_read_and_becomes_the_second(tmp_path: Path, key_file: Path, root: Signer) -> None:
    first_version(key_file, PASSPHRASE)
    assert json.loads(key_file.read_bytes())["version"] == 1
    signer = keys.unlock(key_file, Passphrase(PASSPHRASE))
    with pytest.raises(UserError):
        keys.unlock_by_root(key_file, root)
    keys.seal_anew({key_file: signer}, Passphrase(PASSPHRASE), root)
    assert json.loads(key_file.read_bytes())["version"] == 2
    assert keys.unlock_by_root(key_file, root).kid == keys.unlock(key_file, Passphrase(PASSPHRASE)).kid


def test_the_passphrase_can_be_changed(tmp_path: Path, key_bytes: bytes) -> None:
    paths = [tmp_path / "a.key.json", tmp_path / "b.key.json"]
    for path in paths:
        path.write_bytes(key_bytes)
    (tmp_path / "a.key.json.part").write_bytes(b"left by a power cut")
    before = keys.info(paths[0])
    keys.change_passphrase(paths, Passphrase(PASSPHRASE), Passphrase("另一个示例口令 2026"))
    assert keys.info(paths[0]) == before
    assert [code_of(path) for path in paths] == ["keys.wrong_passphrase"] * 2
    assert {keys.unlock(path, Passphrase("另一个示例口令 2026")).kid for path in paths} == {before.kid}
    assert sorted(tmp_path.iterdir()) == paths


@pytest.mark.parametrize("new", ["另一个示例口令 2026", "short"])
def test_a_refused_change_changes_nothing(tmp_path: Path, key_bytes: bytes, new: str) -> None:
    paths = [tmp_path / "a.key.json", tmp_path / "b.key.json"]
    paths[0].write_bytes(key_bytes)
    paths[1].write_bytes(b"{}")
    with pytest.raises(UserError):
        keys.change_passphrase(paths, Passphrase(PASSPHRASE), Passphrase(new))
    assert [path.read_bytes() for path in paths] == [key_bytes, b"{}"]


def test_a_signer_shows_and_lends_nothing(signer: Signer) -> None:
    assert repr(signer) == str(signer) == f"<Signer payload {signer.kid.hex()}>"
    with pytest.raises(TypeError):
        pickle.dumps(signer)
    with pytest.raises(TypeError):
        copy.copy(signer)
    with pytest.raises(TypeError):
        copy.deepcopy(signer)


def test_signatures_are_those_of_rfc_6979() -> None:
    """RFC 6979, A.2.5: P-256, SHA-256, "sample" and "test"; the second has a low s, the first a high one."""
    number = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
    signer = Signer(ec.derive_private_key(number, ec.SECP256R1()), KeyUse.PAYLOAD)
    assert signer.sign(b"sample").hex().upper() == (
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
        "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
    )
    assert signer.sign(b"test").hex().upper() == (
        "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
        "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
    )
    assert signing.is_signed(signing.public_key(signer.spki), signer.sign(b"test"), b"test")
    assert not signing.is_signed(signing.public_key(signer.spki), signer.sign(b"test")[:-1], b"test")


def test_only_p_256_keys_are_public_keys() -> None:
    other = signing.spki_of(ec.generate_private_key(ec.SECP384R1()).public_key())
    for spki in (b"", b"\x30", other):
        with pytest.raises(ValueError, match=r"."):
            signing.public_key(spki)


FOUR_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from qc_desktop.trust import keyfile
typed = keyfile.Passphrase("示例口令-够长的")
made = keyfile.seal(b"secret", typed, use="payload", kid="00", spki=b"", created="2026-03-15")
envelope = keyfile.read(made)
with ThreadPoolExecutor(4) as threads:
    opened = [threads.submit(keyfile.unseal, envelope, keyfile.Passphrase("示例口令-够长的")) for _ in range(4)]
    print({one.result() for one in opened})
"""


def test_threads_that_unlock_at_once_all_come_through():
    """In a process of its own: four derivations at once once waited for one another for ever."""
    done = subprocess.run([sys.executable, "-c", FOUR_AT_ONCE], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "{b'secret'}"
