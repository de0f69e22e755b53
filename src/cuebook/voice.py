"""The voice of a persona, where one is wished for (the extra `llm`): a server with the OpenAI chat protocol.

The one importer of the client. It carries messages there and words back, in bounded time and size; what is asked
of the voice, and whether its words are taken, is decided in `practice`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cuebook.errors import SurroundingsError, UsageError, VoiceError
from cuebook.harmless import harmless

if TYPE_CHECKING:
    import httpx2
    from openai import OpenAI

KEY = "CUEBOOK_VOICE_KEY"
"""The environment variable that holds the server's key. It is read from nowhere else, and shown nowhere."""

NO_KEY = "none"
"""What is sent where there is no key: local servers take anything, and the client wants something."""

MOST_BYTES = 1_000_000
"""Of an answer; a line of talk has a few hundred, and a model that thinks aloud some ten thousand."""

MOST_TOKENS = 300
"""Pieces of words that a local model may answer with: a small one that begins to ramble does not stop by itself.
Servers elsewhere are quick, and some of their models do not take this limit."""

_LEFT = "The call was left."
_INSTALL = "Install it: pip install 'cuebook[llm]'."


class Server:
    """A model on a server. `url` is what stands before `/chat/completions`, `timeout` seconds for an answer.

    `key` is sent to this server only. Raises UsageError for one that cannot be sent. Nothing is loaded and nothing
    is sent before the first `prepare` or `say`; these may be called from any thread, one at a time.
    """

    def __init__(self, url: str, model: str, *, timeout: float, key: str = "") -> None:
        if not (key.isascii() and key.isprintable()):
            raise UsageError(f"{KEY} holds what is no key.", "A key has letters, digits and signs, on one line.")
        parts = urlsplit(url)
        self.model = model
        self.host = parts.netloc
        self.local = _is_local(parts.hostname or "")
        self.encrypted = parts.scheme == "https"
        self._url = url
        self._timeout = timeout
        self._key = key
        self._left = False
        self._answers: SimpleQueue[str | VoiceError] = SimpleQueue()

    def prepare(self) -> None:
        """Load the client, so that the first line does not wait for it. Raises SurroundingsError."""
        _ = self._client

    def say(self, messages: Sequence[Mapping[str, object]]) -> str:
        """The server's answer to these messages, as it comes.

        Raises VoiceError where none comes in time, where it is none, and where the call is left meanwhile;
        SurroundingsError where the client cannot be loaded.
        """
        self.prepare()
        self._answers = answers = SimpleQueue[str | VoiceError]()
        if self._left:
            raise VoiceError(_LEFT)
        # A thread that nobody waits for longer than that: the client's time-outs are for each byte, not for all.
        Thread(target=self._ask, args=(messages, answers), name="voice", daemon=True).start()
        try:
            answer = answers.get(timeout=self._timeout)
        except Empty:
            answer = self._late()
        if isinstance(answer, VoiceError):
            raise answer
        return answer

    def leave(self) -> None:
        """Wait for no answer any more: whoever does gets a VoiceError at once."""
        self._left = True
        self._answers.put(VoiceError(_LEFT))

    def _ask(self, messages: Sequence[Mapping[str, object]], answers: SimpleQueue[str | VoiceError]) -> None:
        """Put the answer, or why there is none, into `answers`."""
        import httpx2
        import openai

        answer: str | VoiceError
        try:
            answer = self._content(self._body(messages))
        except VoiceError as error:
            answer = error
        except (openai.APITimeoutError, httpx2.TimeoutException):
            answer = self._late()
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            # The cause tells more than the client's "Connection error."; neither holds the key.
            why = " ".join(harmless(str(error.__cause__ or error)).split()).rstrip(".")
            answer = VoiceError(f"{self.host} cannot be reached: {why}.", "Is the server running?")
        answers.put(answer)

    def _body(self, messages: Sequence[Mapping[str, object]]) -> bytes:
        """The answer's body, read piece by piece: its length and its pace are not the server's to choose."""
        import openai

        until, body = monotonic() + self._timeout, bytearray()
        asked: Any = list(messages)  # the client has a type for each role
        create = self._client.chat.completions.with_streaming_response.create
        most = MOST_TOKENS if self.local else openai.omit
        with create(model=self.model, messages=asked, max_tokens=most) as response:
            for piece in response.iter_bytes():
                body += piece
                if len(body) > MOST_BYTES:
                    raise VoiceError(f"{self.host} answers with more than anybody says.")
                if monotonic() > until:
                    raise self._late()
        return bytes(body)

    def _content(self, body: bytes) -> str:
        try:
            content = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError):
            content = None
        if not isinstance(content, str):
            raise VoiceError(
                f"{self.host} answers with what is no chat completion.",
                "Look at 'voice' under [rehearse] in settings.toml: it ends in /v1 for most servers.",
            )
        return content

    @cached_property
    def _client(self) -> OpenAI:
        """The client, for this server alone.

        A redirect is not followed: what is typed goes to the host that was named, or nowhere. No proxy sees what
        stays on this machine, and no account is told that variables of the client's own name.
        """
        try:
            import openai
        except (ImportError, OSError) as error:
            raise SurroundingsError(f"The extra 'llm' cannot be used: {error}.", _INSTALL) from error
        http = openai.DefaultHttpxClient(
            trust_env=not self.local, follow_redirects=False, event_hooks={"response": [self._refused]}
        )
        client = openai.OpenAI(
            base_url=self._url,
            api_key=self._key or NO_KEY,
            admin_api_key="",
            organization="",
            project="",
            timeout=self._timeout,
            max_retries=0,
            http_client=http,
        )
        client.organization = client.project = None
        return client

    def _late(self) -> VoiceError:
        return VoiceError(
            f"{self.host} has not answered within {self._timeout:g} seconds.",
            "A smaller model is quicker; 'voice_timeout' under [rehearse] waits longer.",
        )

    def _refused(self, response: httpx2.Response) -> None:
        """Raise VoiceError for every answer but a good one, in our words: nothing of its body is read."""
        status = response.status_code
        if response.is_success:
            return
        match status:
            case 401 | 403:
                hint = f"Set {KEY} to the key of that server." if not self._key else f"Look at {KEY}."
                raise VoiceError(f"{self.host} does not let you in ({status}).", hint)
            case 404:
                raise VoiceError(
                    f"{self.host} has no model {self.model!r}, or no chat at that address (404).",
                    "Look at 'model' and 'voice' under [rehearse] in settings.toml.",
                )
            case 429:
                raise VoiceError(f"{self.host} is asked too often, or your credit there is used up (429).")
            case _ if response.is_redirect:
                raise VoiceError(
                    f"{self.host} sends on to another address ({status}).",
                    "Set 'voice' under [rehearse] to that address, if you trust it.",
                )
            case _:
                raise VoiceError(f"{self.host} failed ({status}).")


def installed() -> bool:
    """Whether the extra is there. Nothing of it is loaded."""
    return find_spec("openai") is not None


def server(url: str, model: str | None, timeout: float) -> Server:
    """The server of these settings, with the key of the environment.

    Raises UsageError that tells what is missing.
    """
    if not installed():
        raise UsageError("A voice needs the extra 'llm', which is not installed.", _INSTALL)
    if model is None:
        raise UsageError(
            "No model is set to voice a persona with.",
            'Write model = "llama3.2" (or another that your server has) under [rehearse] in settings.toml.',
        )
    return Server(url, model, timeout=timeout, key=os.environ.get(KEY, "").strip())


def _is_local(host: str) -> bool:
    """Whether a host is this machine, by its name alone: nobody is asked for its address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
