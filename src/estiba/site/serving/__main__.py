"""The program behind `estiba serve`; `python -m estiba.site.serving --help`."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import threading
import time
import webbrowser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.__main__ import State
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from estiba.site import invocation
from estiba.site.output.signals import OrderlyEnd
from estiba.site.serving.answering import SiteServer
from estiba.site.serving.making import Broken, Options, configuration, make, strictly, try_out
from estiba.site.serving.model import Model
from estiba.site.serving.search import SearchIndex
from estiba.site.serving.served import Served
from estiba.site.serving.worker import Worker

log = get_plugin_logger("estiba")
_HOME = "index.html"
_BETWEEN = 0.5
"""Seconds between two looks at the files, or twenty times as long as a look takes."""


def main() -> int:
    """Serve until Ctrl-C; gives the exit status."""
    options = _parser().parse_args()
    state = State()  # type: ignore[no-untyped-call]
    state.logger.setLevel(
        logging.ERROR if options.quiet else logging.DEBUG if options.verbose else logging.INFO
    )
    end = OrderlyEnd()
    try:
        with tempfile.TemporaryDirectory(prefix="estiba-") as folder:
            _serve(options, Path(folder))
    except KeyboardInterrupt:
        log.info("Shutting down...")
    except (Broken, Abort) as error:
        log.error("%s", error)  # noqa: TRY400 - the words say it all
        return 1
    finally:
        end.off()
    return 0


def _serve(options: argparse.Namespace, folder: Path) -> None:
    given: dict[str, Any] = {"site_dir": str(folder / "site")}
    given |= {"config_file": options.config_file} if options.config_file else {}
    given |= {"dev_addr": options.dev_addr} if options.dev_addr else {}
    given |= {"strict": True} if options.strict else {}
    how, began = Options(given), time.perf_counter()
    config = configuration(how)
    plugins, address, url = config.plugins, config.dev_addr, config.site_url or "/"
    plugins.on_startup(command="serve", dirty=False)
    invocation.hold()
    try:
        with strictly(is_asked_for=bool(config.strict)):
            made = make(config)
        made.model.open()
        try_out(made.model, [_HOME])
        worker = Worker()
        served = Served(how, made, worker)
        del config, made  # nothing else is to hold the first model
        server = _listen(address, urlsplit(url).path, served, folder)
        log.info("looked through the vault in %.1f s", time.perf_counter() - began)
        log.info("Serving on %s", url)
        _start(server.serve_forever)
        _start(lambda: served.do(Model.warm_up))
        _start(lambda: _watch(served))
        if options.open:
            webbrowser.open(url)
        try:
            worker.run()
        finally:
            server.server_close()
            served.do(Model.close)
    finally:
        plugins.on_shutdown()


def _listen(address: Any, mount: str, served: Served, folder: Path) -> SiteServer:
    try:
        return SiteServer((address.host, address.port), mount, served, SearchIndex(served, folder))
    except OSError as error:
        raise Broken(f"nothing can be served at {address}: {error.strerror}") from None


def _watch(served: Served) -> None:
    """Look at the files again and again."""
    while True:
        began = time.perf_counter()
        try:
            served.look()
        except Exception:
            log.exception("the files could not be looked at")
        time.sleep(max(_BETWEEN, 20 * (time.perf_counter() - began)))


def _start(work: Any) -> None:
    threading.Thread(target=work, daemon=True).start()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="estiba serve", allow_abbrev=False)
    parser.add_argument("--config-file")
    parser.add_argument("--dev-addr")
    for name in ("strict", "quiet", "verbose", "open"):
        parser.add_argument(f"--{name}", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
