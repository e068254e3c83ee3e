import socket

import pytest

from clipfile.app.server import ServerError, listen


def test_next_free_port_is_taken():
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with listen("127.0.0.1", port) as second:
            assert port < second.getsockname()[1] <= port + 20


def test_host_that_is_not_this_machine_is_refused_with_a_sentence():
    with pytest.raises(ServerError, match=r"Cannot listen at 192\.0\.2\.1: .*Use 127\.0\.0\.1"):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize("port", [-1, 65536])
def test_port_that_cannot_be_is_refused_with_a_sentence(port):
    with pytest.raises(ServerError, match=f"port is {port}; give one"):
        listen("127.0.0.1", port)


def test_no_free_port_is_said(monkeypatch):
    def taken(*_arguments, **_settings):
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(socket, "create_server", taken)
    with pytest.raises(ServerError, match=r"Ports 7860 to 7879 of 127\.0\.0\.1 are all in use"):
        listen("127.0.0.1", 7860)
