"""Servers that start together on one data folder compile the same catalogues without tripping over each other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from selkoapp.kernel import i18n


def test_servers_that_start_together_write_whole_catalogues(tmp_path, monkeypatch):
    together, usual = Barrier(4), i18n.write_mo

    def at_once(file, catalogue):
        together.wait(20)  # all have seen that the file lacks; all write it now
        usual(file, catalogue)

    monkeypatch.setattr(i18n, "write_mo", at_once)
    with ThreadPoolExecutor(4) as servers:
        started = [servers.submit(i18n.compile_catalogues, i18n.source_folder(), tmp_path) for _ in range(4)]
        folders = {server.result() for server in started}
    (folder,) = folders
    files = sorted(path.name for path in folder.rglob("*") if path.is_file())
    assert files == ["messages.mo"] * 3, "no half file stays"
