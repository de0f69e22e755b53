"""settings.toml: what is read from it, what is refused and how, and what is remembered in it."""

from __future__ import annotations

import stat
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook import settings
from cuebook.errors import SurroundingsError, UsageError
from cuebook.settings import CallDefaults, Rehearsing, Rep, Screen, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def refused(file: Path, text: str, actions: tuple[str, ...] = ()) -> UsageError:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        settings.read(file, actions)
    return caught.value


def test_no_file_means_the_defaults(file: Path) -> None:
    assert settings.read(file) == Settings()
    assert Settings().call == CallDefaults(framework="bant", language="en", depth="discovery", source=None)


def test_everything_that_can_be_set_is_read(file: Path) -> None:
    file.write_text(
        """
        [rep]
        name = "Kari Nordmann"
        company = "Nordlys AS"
        [call]
        framework = "champ"
        product = "solar-panels"
        language = "nb"
        depth = "cold"
        source = "the fair in Oslo"
        [keys]
        next = "f4,ctrl+n"
        undo = "ctrl+z"
        [screen]
        theme = "light"
        """,
        encoding="utf-8",
    )
    assert settings.read(file, ("next", "undo")) == Settings(
        rep=Rep(name="Kari Nordmann", company="Nordlys AS"),
        call=CallDefaults(
            framework="champ", product="solar-panels", language="nb", depth="cold", source="the fair in Oslo"
        ),
        keys={"next": "f4,ctrl+n", "undo": "ctrl+z"},
        screen=Screen(theme="light"),
    )


def test_a_file_as_windows_saves_it_is_read(file: Path) -> None:
    file.write_bytes('\ufeff[rep]\r\nname = "Zoë"\r\n'.encode())
    assert settings.read(file).rep.name == "Zoë"


def test_empty_text_is_the_same_as_not_set(file: Path) -> None:
    file.write_text('[rep]\nname = "  "\n[call]\nframework = ""\n', encoding="utf-8")
    assert settings.read(file) == Settings()


def test_what_a_terminal_would_obey_is_taken_out_of_names(file: Path) -> None:
    file.write_text('[rep]\nname = "Ka\\u001b[31mri"\n', encoding="utf-8")
    assert settings.read(file).rep.name == "Ka\N{REPLACEMENT CHARACTER}[31mri"


def test_a_voice_is_local_and_without_a_model_until_somebody_says_otherwise(file: Path) -> None:
    assert Settings().rehearse.voice == "http://127.0.0.1:11434/v1"
    assert Settings().rehearse.model is None
    file.write_text(
        '[rehearse]\nvoice = "https://api.example.com/v1/"\nmodel = "small"\nvoice_timeout = 60\n',
        encoding="utf-8",
    )
    assert settings.read(file).rehearse == Rehearsing(
        voice="https://api.example.com/v1", model="small", voice_timeout=60
    )


@pytest.mark.parametrize(
    ("written", "wanted"), [("", True), ("semantic = true", True), ("semantic = false", False)]
)
def test_guesses_are_made_unless_they_are_switched_off(file: Path, written: str, wanted: bool) -> None:
    file.write_text(f"[call]\n{written}\n", encoding="utf-8")
    assert settings.read(file).call.semantic is wanted


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[rep]\nnmae = "Kari"', 2, "[rep] has no setting 'nmae'. Did you mean 'name'?"),
        ('[rpe]\nname = "Kari"', 1, "There is no section [rpe]. Did you mean 'rep'?"),
        ('\nframework = "bant"', 2, "'framework' belongs under [call]."),
        ('[rep]\n\n# who?\ndepth = "cold"', 4, "'depth' belongs under [call], not [rep]."),
        ('[call]\ndepth = "deep"', 2, "'depth' cannot be 'deep'."),
        ('[call]\nsemantic = "no"', 2, "'semantic' takes true or false, without quotes."),
        ('[call]\ndepth = ""', 2, "'depth' cannot be ''."),
        ('[call]\nframework = "BANT!"', 2, "'framework' cannot be 'BANT!'"),
        ('[call]\nlanguage = "English"', 2, "'language' cannot be 'English': write the language's code"),
        ('[rehearse]\nvoice_timeout = "20"', 2, "'voice_timeout' takes a whole number from 1 to 600"),
        ("[rehearse]\nvoice_timeout = true", 2, "'voice_timeout' takes a whole number from 1 to 600"),
        ("[rehearse]\nvoice_timeout = 0", 2, "'voice_timeout' takes a whole number from 1 to 600"),
        ('[rehearse]\nvoice = "localhost"', 2, "'voice' is no address of a server"),
        ('[rehearse]\nvoice = "ftp://localhost/v1"', 2, "'voice' is no address of a server"),
        ('[rehearse]\nvoice = "http://[::1/v1"', 2, "'voice' is no address of a server"),
        ('[rehearse]\nvoice = "http://localhost:99999/v1"', 2, "'voice' is no address of a server"),
        ('[rehearse]\nvoice = "http://local host/v1"', 2, "'voice' is no address of a server"),
        ('[rehearse]\nvoice = "https://kim:secret@example.com/v1"', 2, "a key goes into the environment variable"),
        ('[rehearse]\nvoice = "https://example.com/v1?key=secret"', 2, "a key goes into the environment variable"),
        ('[call]\nmodel = "small"', 2, "'model' belongs under [rehearse], not [call]."),
        ("[rep]\nname = 7", 2, "'name' takes text: write it in quotes"),
        ('rep = "Kari"', 1, "'rep' is a section"),
        ('[screen]\ntheme = "drak"', 2, "Did you mean 'dark'?"),
        ('screen.theme = "drak"', 1, "Did you mean 'dark'?"),
        ('[keys]\nnext = "f4 or so"', 2, "'f4 or so' is no key"),
        ("[keys]\nnext = 4", 2, "'next' takes keys in quotes"),
        ('[keys]\nnext = "f4,"', 2, "'' is no key"),
        ('[rep]\nname = "Kari', 2, ""),
        ("[rep]\n\nname", 3, ""),
        (f'[rep]\nname = "{"x" * 201}"', 2, "at most 200"),
    ],
)
def test_a_fault_names_its_line_and_what_would_be_right(file: Path, text: str, line: int, says: str) -> None:
    error = refused(file, text)
    assert error.message.startswith(f"{file}:{line}: ")
    assert says in error.message
    assert error.hint


def test_an_action_that_does_not_exist_is_refused_with_the_nearest_that_does(file: Path) -> None:
    error = refused(file, '[keys]\ndo_not_cal = "f9"', ("next", "do-not-call"))
    assert "Did you mean 'do-not-call'?" in error.message


def test_all_faults_are_told_at_once(file: Path) -> None:
    error = refused(file, '[rep]\nnmae = "x"\n[call]\ndepth = "deep"\n[colour]\nblue = true\n')
    assert len(error.message.split("\n")) == 3


def test_bytes_that_are_no_utf_8_are_refused_with_their_line(file: Path) -> None:
    file.write_bytes(b'[rep]\nname = "Zo\xeb"\n')
    with pytest.raises(UsageError, match=r"settings\.toml:2: this is not UTF-8"):
        settings.read(file)


def test_a_file_that_cannot_be_read_is_a_matter_of_the_surroundings(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="cannot be read"):
        settings.read(tmp_path)


# ── remembering ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_thing_remembered_makes_the_file_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    settings.remember(file, "rep", "name", "Kari Nordmann")
    assert settings.read(file).rep.name == "Kari Nordmann"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_every_other_line_stays_as_it_was(file: Path) -> None:
    before = '# mine\n[call]\ndepth = "cold" # short\n\n[rep] # me\ncompany = "Nordlys AS"\n'
    file.write_text(before, encoding="utf-8")
    settings.remember(file, "rep", "name", "Kari")
    settings.remember(file, "call", "depth", "discovery")
    assert file.read_text(encoding="utf-8") == (
        '# mine\n[call]\ndepth = "discovery"\n\n[rep] # me\nname = "Kari"\ncompany = "Nordlys AS"\n'
    )


def test_a_file_with_faults_is_not_touched(file: Path) -> None:
    file.write_text('[rep]\nnmae = "x"\n', encoding="utf-8")
    with pytest.raises(UsageError):
        settings.remember(file, "rep", "name", "Kari")
    assert file.read_text(encoding="utf-8") == '[rep]\nnmae = "x"\n'


@pytest.mark.parametrize("text", ['rep = {company = "Nordlys AS"}\n', '[rep]\nname = """Ka\nri"""\n'])
def test_a_file_that_cannot_be_changed_by_the_line_is_left_alone(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be changed here"):
        settings.remember(file, "rep", "name", "Kari")
    assert file.read_text(encoding="utf-8") == text


def test_a_value_that_cannot_be_is_not_remembered(file: Path) -> None:
    with pytest.raises(UsageError, match="'depth' cannot be 'deep'"):
        settings.remember(file, "call", "depth", "deep")
    assert not file.exists()


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "settings.toml"
    real.write_text("", encoding="utf-8")
    link.symlink_to(real)
    settings.remember(link, "rep", "name", "Kari")
    assert link.is_symlink()
    assert settings.read(real).rep.name == "Kari"


def test_a_place_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "file" / "settings.toml")
    with pytest.raises(SurroundingsError, match="cannot be read"):
        settings.remember(tmp_path / "link", "rep", "name", "Kari")


@given(name=st.text(min_size=1, max_size=60), company=st.text(max_size=60))
def test_whatever_is_remembered_is_read_back_and_nothing_else_changes(name: str, company: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text('[call]\ndepth = "cold"\n', encoding="utf-8")
        settings.remember(file, "rep", "name", name)
        settings.remember(file, "rep", "company", company)
        first = settings.read(file)
        settings.remember(file, "rep", "name", first.rep.name or "")
        assert settings.read(file) == first
        assert first.call.depth == "cold"
        assert set(tomllib.loads(file.read_text(encoding="utf-8"))) == {"call", "rep"}


def test_reading_settings_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from cuebook import settings;"
        "settings.read(Path(sys.argv[1]));"
        "print(*[m for m in ('pydantic', 'textual', 'sqlalchemy', 'jinja2', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "none.toml")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
