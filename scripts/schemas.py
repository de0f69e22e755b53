"""Write the JSON schemas of the dialogue files into dialogues/. Run it after a change to dialogue/model.py."""

from cuebook.dialogue.schema import schemas
from cuebook.paths import shipped

for name, text in schemas().items():
    (shipped() / name).write_text(text, encoding="utf-8")
    print(name)
