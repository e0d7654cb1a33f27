"""Settings are read once and refused in words."""

import stat
from pathlib import Path

import pytest

from server import config


def read(tmp_path: Path, **environ: str) -> config.Config:
    return config.read({"MAATJE_DATA": str(tmp_path / "data"), **environ})


def test_a_setting_that_nobody_knows_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(config.Unfit, match="MAATJE_SECRETS"):
        read(tmp_path, MAATJE_SECRETS="x")


def test_without_a_secret_one_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    first, second = read(tmp_path), read(tmp_path)

    file = tmp_path / "data" / "secret"
    assert first.secrets == second.secrets == (file.read_text(),)
    assert len(first.secrets[0]) >= config.SHORTEST_SECRET
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_data_folder_is_its_owners_alone(tmp_path: Path) -> None:
    read(tmp_path)

    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_a_given_secret_makes_no_file_and_several_keep_their_order(tmp_path: Path) -> None:
    given = read(tmp_path, MAATJE_SECRET="the new one, the old one")

    assert given.secrets == ("the new one", "the old one")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    assert list((tmp_path / "data").iterdir()) == []


def test_the_database_lies_in_the_data_folder_unless_said_otherwise(tmp_path: Path) -> None:
    assert read(tmp_path).database_url == f"sqlite://{tmp_path}/data/maatje.sqlite3"
    assert read(tmp_path, DATABASE_URL="sqlite:///x").database_url == "sqlite:///x"


def test_an_empty_setting_is_one_that_is_not_given(tmp_path: Path) -> None:
    assert read(tmp_path, PORT="").port == 8000


@pytest.mark.parametrize("port", ["x", "-1", "65536", "\uff18\uff10", "1.5"])
def test_a_port_must_be_a_port(tmp_path: Path, port: str) -> None:
    with pytest.raises(config.Unfit, match="PORT"):
        read(tmp_path, PORT=port)


@pytest.mark.parametrize("url", ["maatje.example", "ftp://maatje.example", "https://maatje.example/app", "https://"])
def test_the_address_must_be_an_origin(tmp_path: Path, url: str) -> None:
    with pytest.raises(config.Unfit, match="MAATJE_URL"):
        read(tmp_path, MAATJE_URL=url)


def test_the_address_loses_its_slash(tmp_path: Path) -> None:
    assert read(tmp_path, MAATJE_URL="https://maatje.example/").url == "https://maatje.example"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")

    with pytest.raises(config.Unfit, match="MAATJE_DATA"):
        read(tmp_path)
