"""A pool of renderers that are given back, whatever happens."""

from __future__ import annotations

import pytest

from maturity.jobs import rendering
from maturity.jobs.rendering import Pool
from maturity.report.pdf import RenderError


class Renderer:
    def __init__(self, fails=False):
        self.fails, self.closed = fails, False

    def render(self, html):
        if self.fails:
            raise RenderError("no memory")
        return html.encode()

    def close(self):
        self.closed = True


@pytest.fixture
def pool(monkeypatch):
    monkeypatch.setattr(rendering, "Renderer", Renderer)
    return Pool(1)


def test_a_renderer_is_used_again_also_after_it_failed(pool):
    pool._all[0].fails = True
    with pytest.raises(RenderError):
        pool.render("x")
    pool._all[0].fails = False
    assert [pool.render("a"), pool.render("b")] == [b"a", b"b"]


def test_closing_the_pool_ends_every_renderer(pool):
    pool.close()
    assert all(renderer.closed for renderer in pool._all)


def test_what_breaks_because_the_process_ends_is_not_called_a_failure(pool):
    pool._all[0].fails = True
    pool.close()
    with pytest.raises(SystemExit):
        pool.render("x")
