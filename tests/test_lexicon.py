"""Loading, overlaying, checking and building the lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.abbreviations import Definition, find_definitions
from claimx.data_files import DataFiles
from claimx.errors import DataError
from claimx.lexicon import load_lexicon
from claimx.lexicon_build import build_lexicon, is_kept, is_kept_out, load_filters
from claimx.lexicon_check import check_lexicon, explain_spelling
from claimx.lexicon_cli import app
from claimx.lexicon_near import count_edits
from claimx.lexicon_sources import Term
from claimx.lexicon_words import Folder
from claimx.records import Article, Sentence
from claimx.tag import Tagger

HEADER = "name\tid\tsubtype\tparent\tform\tspellings\tsource\tnote\n"


def overlay(folder: Path, *rows: str, file: str = "nutrients.tsv") -> DataFiles:
    (folder / "lexicon").mkdir(exist_ok=True)
    (folder / "lexicon" / file).write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return DataFiles((folder,))


def names(data: DataFiles, text: str) -> list[tuple[str, str]]:
    (found,) = Tagger(data).tag(Article("a.txt", text), [Sentence(0, len(text), text, 0, 0)])
    return [(m.surface, m.name) for m in found]


def test_the_packaged_lexicon_is_sound() -> None:
    assert [str(fault) for fault in check_lexicon(DataFiles())] == []


def test_overlay_adds_an_entry(tmp_path: Path) -> None:
    data = overlay(tmp_path, "glowberry\t\tbotanical\tberries\t\tGlowberry extract\tmine\t")
    assert names(data, "Glowberry extract") == [("Glowberry extract", "glowberry")]
    assert names(DataFiles(), "Glowberry extract") == []


def test_overlay_replaces_an_entry_of_the_same_name(tmp_path: Path) -> None:
    data = overlay(tmp_path, "quercetin\tCHEBI:16243\tantioxidant\t\t\tQuercisome\tmine\t")
    assert [entry.source for entry in load_lexicon(data).find("quercisome")] == ["mine"]


def test_overlay_switches_an_entry_off(tmp_path: Path) -> None:
    data = overlay(tmp_path, "ashwagandha\t\tbotanical\t\t\t-\tmine\t")
    assert names(data, "ashwagandha") == []
    assert names(DataFiles(), "ashwagandha") == [("ashwagandha", "ashwagandha")]


def test_a_form_without_its_parent_is_refused(tmp_path: Path) -> None:
    data = overlay(tmp_path, "glowberry\t\tbotanical\t\tdried\tdried glowberry\tmine\t")
    with pytest.raises(DataError, match=r"nutrients\.tsv:2: form \"dried\" has no row of its parent \"glowberry\""):
        load_lexicon(data)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a\tCHEBI-1\tfood\t\t\t\tmine\t", 'id "CHEBI-1" needs a colon, as in "CHEBI:27300"'),
        ("a\tXYZ:1\tfood\t\t\t\tmine\t", 'prefix "XYZ" is none of'),
        ("a\tmesh:12\tfood\t\t\t\tmine\t", 'id "mesh:12" does not look like one of mesh'),
        ("a\t\ttoy\t\t\t\tmine\t", 'subtype "toy" is none of'),
        ("a\t\tfood\tnosuch\t\t\tmine\t", 'parent "nosuch" has no row'),
        ("a\t\tfood\t\t\tb b|b b\tmine\t", 'spelling "b b" is given twice'),
        ("a\t\tfood\t\t\tzinc\tmine\t", '"zinc" names NUTRIENT "zinc" too'),
    ],
)
def test_check_names_file_and_line(tmp_path: Path, row: str, fault: str) -> None:
    (found,) = check_lexicon(overlay(tmp_path, row.replace("a\t", "glowberry\t", 1)))
    assert str(found).startswith(f"{tmp_path / 'lexicon' / 'nutrients.tsv'}:2: {fault}")


def test_a_class_knows_its_members() -> None:
    lexicon = load_lexicon(DataFiles())
    assert lexicon.members_of("B vitamins") == [
        "benfotiamine",
        "biotin",
        "folate",
        "folic acid",
        "niacin",
        "nicotinamide mononucleotide",
        "nicotinamide riboside",
        "pantethine",
        "pantothenic acid",
        "riboflavin",
        "thiamine",
        "vitamin B12",
        "vitamin B6",
    ]
    assert lexicon.members_of("zinc") == []


def test_why_lists_the_members_of_a_class() -> None:
    runner = CliRunner()
    of_class, of_member = runner.invoke(app, ["why", "MCT"]), runner.invoke(app, ["why", "zinc"])
    assert [line for line in of_class.output.splitlines() if "members" in line] == [
        "  members: capric acid, caprylic acid"
    ]
    assert [line for line in of_member.output.splitlines() if "members" in line] == []


def test_why_shows_every_sense_and_what_decides() -> None:
    senses = explain_spelling(DataFiles(), "ala")
    assert [(sense.entry.name, sense.casings, len(sense.rules)) for sense in senses] == [
        ("alpha-linolenic acid", ("ALA",), 2),
        ("alpha-lipoic acid", ("ALA",), 2),
    ]


def test_commands_answer_and_say_so_by_exit_code() -> None:
    runner = CliRunner()
    known, unknown = runner.invoke(app, ["why", "B12"]), runner.invoke(app, ["why", "nosuchword"])
    assert known.output.splitlines()[0] == "NUTRIENT vitamin B12  CHEBI:176843  source: curated"
    assert (known.exit_code, unknown.exit_code) == (0, 1)
    assert unknown.output == '"nosuchword" is not in the lexicon\n'


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Berries", "berry"),
        ("tomatoes", "tomato"),
        ("Women", "woman"),
        ("diabetes", "diabetes"),
        ("hyperhomocysteinaemia", "hyperhomocysteinemia"),
        ("oedema", "edema"),
        ("sulphur", "sulfur"),
        ("neutropaenia", "neutropenia"),
        ("unpasteurised", "unpasteurized"),
        ("exercised", "exercised"),
        ("α", "alpha"),
        ("crisis", "crisis"),
        ("glucose", "glucose"),
    ],
)
def test_words_are_folded(word: str, folded: str) -> None:
    assert Folder(DataFiles()).fold(word) == folded


def test_marks_split_names_and_hyphens_do_not() -> None:
    words = Folder(DataFiles()).split("omega-3s, Crohn's – B12")
    assert list(zip(words.folded, words.starts, words.ends, strict=True)) == [
        ("omega", 0, 5),
        ("3", 6, 8),
        (",", 8, 9),
        ("crohn", 10, 15),
        ("–", 18, 19),
        ("b", 20, 21),
        ("12", 21, 23),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("alpha-lipoic acid (ALA)", [Definition("ALA", "alpha-lipoic acid", 18)]),
        ("short-chain fatty acids (SCFAs)", [Definition("SCFA", "short-chain fatty acids", 24)]),
        ("LDL (low-density lipoprotein)", [Definition("LDL", "low-density lipoprotein", 4)]),
        ("magnesium (400 mg)", []),
        ("it (see below) helps", []),
    ],
)
def test_definitions_are_found_both_ways_round(text: str, found: list[Definition]) -> None:
    assert find_definitions(text) == found


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("vitmain", "vitamin", 1), ("magnesum", "magnesium", 1), ("zinc", "zinc", 0), ("iron", "zinc", 3)],
)
def test_edits_count_a_swap_as_one(one: str, other: str, edits: int) -> None:
    assert count_edits(one, other, limit=2) == edits


def small_sources(folder: Path) -> DataFiles:
    lexicon = folder / "over" / "lexicon"
    lexicon.mkdir(parents=True)
    (folder / "terms.tsv").write_text(
        "string\tid\tkind\n"
        "glow syndrome\tDOID:1\tlabel\n"
        "Syndrome, Glow\tDOID:1\tsynonym:EXACT\n"
        "glowing disease\tDOID:1\tsynonym:EXACT\n"
        "zinc deficiency\tDOID:2\tlabel\n"
        "hypertension\tDOID:10763\tlabel\n"
        "raised arterial tension\tDOID:10763\tsynonym:EXACT\n",
        encoding="utf-8",
    )
    (lexicon / "sources.tsv").write_text(
        "table\tfile\tformat\tsource\tversion\tlicence\nconditions\tterms.tsv\tterms\tToy\t1\tCC0\n", encoding="utf-8"
    )
    return DataFiles((folder / "over",))


def test_build_filters_and_merges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = small_sources(tmp_path)
    # an overlay adds rows to a table; the toy source must stand alone
    monkeypatch.setattr(DataFiles, "find", _last_layer(DataFiles.find, "lexicon/sources.tsv"))
    report = build_lexicon(tmp_path, tmp_path / "out", data=data)
    rows = (tmp_path / "out" / "open_conditions.tsv").read_text(encoding="utf-8").splitlines()[3:]
    assert rows == [
        "glow syndrome\tDOID:1\tglow syndrome|glowing disease\tToy",
        "high blood pressure\tDOID:10763\traised arterial tension\tToy",
    ]
    assert report.spellings == {"conditions": 3, "nutrients": 0, "functions": 0, "drugs": 0}


@pytest.mark.parametrize(
    ("table", "term", "kept"),
    [
        ("nutrients", Term("rye bread", "FOODON:03301212", True), True),
        ("nutrients", Term("rotisserie grilling", "FOODON:03450099", True), False),
        ("nutrients", Term("wooden cork", "FOODON:00009999", True), False),
        ("functions", Term("Cardiac Output", "mesh:D002302", True, trees=("G09.330.100",)), True),
        ("functions", Term("Labor Stage", "mesh:D007744", True, trees=("G08.686.784",)), False),
        ("conditions", Term("thin eyebrows", "HP:0000535", False), False),
        ("drugs", Term("amoxicillin", "drugbank:DB01060", True), True),
        ("drugs", Term("amoxicillin", "drugbank:DB01760", True), False),
    ],
)
def test_filters_keep_what_articles_speak_of(table: str, term: Term, kept: bool) -> None:
    assert is_kept(term, load_filters(DataFiles(), table)) is kept


def test_the_label_of_an_allergen_keeps_all_its_names_out() -> None:
    filters = load_filters(DataFiles(), "drugs")
    label, synonym = Term("Agrostis gigantea top", "drugbank:DB1", True), Term("black bent", "drugbank:DB1", False)
    assert [is_kept_out(term, filters) for term in (label, synonym)] == [True, False]


def _last_layer(find: object, name: str) -> object:
    def only_last(self: DataFiles, wanted: str) -> list[Path]:
        found: list[Path] = find(self, wanted)  # type: ignore[operator]
        return found[-1:] if wanted == name else found

    return only_last
