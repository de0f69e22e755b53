"""The server that voices a persona: what is sent, what comes back, and every way in which nothing does."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.voices import Model, Raw, completion, serving

from cuebook import voice
from cuebook.errors import UsageError, VoiceError
from cuebook.voice import KEY, MOST_TOKENS, Server

HELLO = [{"role": "user", "content": "Say hello."}]
SECRET = "sk-most-secret"  # noqa: S105  it opens nothing

Serve = Callable[..., Model]


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:
        yield lambda *answers: stack.enter_context(serving(Model(*answers)))


def asked(model: Model, *, timeout: float = 5, key: str = "") -> str:
    return Server(model.url, "small", timeout=timeout, key=key).say(HELLO)


def refused(model: Model, *, timeout: float = 5, key: str = "") -> VoiceError:
    with pytest.raises(VoiceError) as caught:
        asked(model, timeout=timeout, key=key)
    return caught.value


def test_the_messages_go_to_the_model_and_its_words_come_back(serve: Serve) -> None:
    model = serve("Hello there.")
    assert asked(model) == "Hello there."
    body = {"model": "small", "messages": HELLO, "max_tokens": MOST_TOKENS}
    assert model.asked == [{"path": "/v1/chat/completions", **body}]


def test_servers_elsewhere_are_set_no_limit_that_some_of_their_models_refuse(serve: Serve) -> None:
    model = serve("Hello there.")
    server = Server(model.url, "small", timeout=5)
    server.local = False
    assert server.say(HELLO) == "Hello there."
    assert "max_tokens" not in model.asked[0]


def test_the_key_is_sent_and_where_there_is_none_nothing_of_the_clients_own_is(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "somebody else's")
    model = serve("Hello.")
    asked(model, key=SECRET)
    asked(model)
    assert model.keys == [f"Bearer {SECRET}", "Bearer none"]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Raw(b"", 500), "failed (500)"),
        (Raw(b"x" * 5_000_000, 503), "failed (503)"),
        (Raw(b'{"error": "\x1b[31m no"}', 404), "has no model 'small', or no chat at that address (404)"),
        (Raw(b"{}", 429), "asked too often"),
        (Raw(b"not JSON"), "no chat completion"),
        (Raw(b'{"choices": []}'), "no chat completion"),
        (Raw(b"[" * 100_000), "no chat completion"),
        (Raw(b"1" * 10_000), "no chat completion"),
        (Raw(b"\xff\xfe"), "no chat completion"),
        (Raw(completion(None)), "no chat completion"),
        (Raw(completion({"text": "hi"})), "no chat completion"),
        (Raw(b"x" * 1_500_000), "more than anybody says"),
        (Raw(b"hello", headers={"Content-Encoding": "gzip"}), "cannot be reached"),
        (Raw(b"hel", headers={"Content-Length": "5"}), "cannot be reached"),
    ],
)
def test_whatever_is_no_answer_is_told_in_a_line_of_our_own(serve: Serve, answer: Raw, says: str) -> None:
    error = refused(serve(answer), key=SECRET)
    assert says in error.message
    assert SECRET not in str(error)
    assert str(error).isprintable() or "\n" in str(error)
    assert "\x1b" not in str(error)


@pytest.mark.parametrize(("key", "hint"), [("", f"Set {KEY}"), (SECRET, f"Look at {KEY}")])
def test_a_server_that_lets_nobody_in_wants_a_key_or_another_one(serve: Serve, key: str, hint: str) -> None:
    error = refused(serve(Raw(b"{}", 401)), key=key)
    assert "(401)" in error.message
    assert error.hint.startswith(hint)


def test_nobody_is_sent_on_to_another_server(serve: Serve) -> None:
    other = serve("Hello, I am somebody else.")
    error = refused(serve(Raw(b"", 307, {"Location": f"{other.url}/chat/completions"})))
    assert "sends on to another address (307)" in error.message
    assert not other.asked


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    model = Model()
    model.url = f"http://127.0.0.1:{port}/v1"
    assert f"127.0.0.1:{port} cannot be reached: " in refused(model).message


def test_no_proxy_sees_what_stays_on_this_machine(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, model = serve("I am in between."), serve("Hello.")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    assert asked(model) == "Hello."
    assert not proxy.asked


@pytest.mark.parametrize("answer", [None, Raw(completion("Hello. " * 200), slowly=0.05)])
def test_neither_a_server_that_hangs_nor_one_that_drips_is_waited_for_longer_than_that(
    serve: Serve, answer: Raw | None
) -> None:
    began = time.monotonic()
    error = refused(serve(answer), timeout=0.3)
    assert "has not answered within 0.3 seconds" in error.message
    assert time.monotonic() - began < 5


def test_who_leaves_waits_for_nobody(serve: Serve) -> None:
    server = Server(serve(None).url, "small", timeout=30)
    server.prepare()
    leaving = threading.Timer(0.2, server.leave)
    leaving.start()
    began = time.monotonic()
    for _ in range(2):  # and nobody is asked after that
        with pytest.raises(VoiceError, match="left"):
            server.say(HELLO)
    assert time.monotonic() - began < 10
    leaving.join()


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:11434/v1", True),
        ("http://127.8.9.1/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost:1234/v1", True),
        ("http://192.168.0.7:11434/v1", False),
        ("https://localhost.example.com/v1", False),
        ("https://api.example.com/v1", False),
    ],
)
def test_a_server_is_local_or_it_is_not_by_its_name_alone(url: str, local: bool) -> None:
    made = Server(url, "small", timeout=1)
    assert made.local is local
    assert made.encrypted is url.startswith("https")


def test_what_is_missing_is_told_before_anything_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="No model is set") as no_model:
        voice.server("http://127.0.0.1/v1", None, 20)
    assert 'model = "' in no_model.value.hint
    monkeypatch.setenv(KEY, "a\nb")
    with pytest.raises(UsageError, match="no key") as no_key:
        voice.server("http://127.0.0.1/v1", "small", 20)
    assert "a\nb" not in str(no_key.value)
    monkeypatch.setattr(voice, "installed", lambda: False)
    with pytest.raises(UsageError, match="extra 'llm'") as not_there:
        voice.server("http://127.0.0.1/v1", "small", 20)
    assert "pip install 'cuebook[llm]'" in not_there.value.hint
