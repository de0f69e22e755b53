"""Words for the call: a template of a dialogue and what is known, made into what is said.

Most texts hold no template, and then jinja2 is not even imported.
"""

from __future__ import annotations

from functools import lru_cache

from cuebook.dialogue.context import Context


def render(template: str, context: Context) -> str:
    """Render `template` with what is known; blanks are tidied, line breaks kept.

    Values are data: braces in a name or a quote stay braces. Raises DialogueError where the template cannot be
    read, asks for a name that does not exist, or says a value that is not known without asking for it with `if`.
    """
    if "{" not in template:
        return _plain(template)
    from cuebook.dialogue import templates

    return tidy(templates.rendered(template, context))


@lru_cache(maxsize=4_000)  # the words of a dialogue are the same at every turn of every call
def _plain(template: str) -> str:
    return tidy(template)


def tidy(text: str) -> str:
    """Take out the blanks that an `if` that says nothing leaves behind."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
