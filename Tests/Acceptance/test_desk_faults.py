"""The desk in the browser, under attack and in trouble: an attack page, a full disk, a kill, a locked key."""

import http.server
import re
import subprocess
import threading
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import desks


@pytest.fixture
def folder(tmp_path):
    return desks.write(tmp_path / "room")


@pytest.fixture
def address(folder, tmp_path):
    with desks.serve(folder, tmp_path, "--as", "ann") as address:
        yield address


ATTACK = """<!doctype html><title>Attack</title><pre id="log"></pre><script>
const log = (line) => { document.getElementById("log").textContent += line + "\\n"; };
const desk = "DESK", word = "WORD";
const attempt = async (name, work) => {
  try { log(name + ": " + await work()); } catch (error) { log(name + ": refused (" + error.name + ")"); }
};
const framed = (url) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.onload = () => {
    try { resolve("READ " + frame.contentDocument.body.textContent.slice(0, 60)); } catch { resolve("not readable"); }
  };
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => resolve("nothing came"), 1500);
});
const form = (url, type) => new Promise((resolve) => {
  const name = "target" + Math.random();
  const frame = document.createElement("iframe");
  frame.name = name;
  document.body.append(frame);
  const made = document.createElement("form");
  Object.assign(made, { method: "POST", action: url, target: name, enctype: type });
  for (const [field, value] of [["token", word], ["do", "comment"], ["note", "Forged."]]) {
    const input = document.createElement("input");
    Object.assign(input, { name: field, value });
    made.append(input);
  }
  document.body.append(made);
  made.submit();
  setTimeout(() => resolve("sent"), 1000);
});
(async () => {
  const page = desk + "/_desk/" + word + "/";
  await attempt("read without the word", async () => (await (await fetch(desk + "/_desk/")).text()).slice(0, 60));
  await attempt("read with the word", async () => (await (await fetch(page)).text()).slice(0, 60));
  await attempt("read without cors", async () => (await fetch(page, { mode: "no-cors" })).type);
  await attempt("send with fetch", async () => (await fetch(page + "claims/CLAIM/", { method: "POST", mode: "no-cors",
    body: new URLSearchParams({ token: word, do: "comment", note: "Forged." }) })).type);
  await attempt("frame", () => framed(page));
  await attempt("form", () => form(page + "claims/CLAIM/", "application/x-www-form-urlencoded"));
  await attempt("form of plain text", () => form(page + "claims/CLAIM/", "text/plain"));
  await attempt("script", () => new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = page + "desk.js";
    script.onload = () => resolve("LOADED");
    script.onerror = () => resolve("blocked");
    document.head.append(script);
  }));
  log("all was tried");
})();
</script>"""


@pytest.mark.parametrize("knows_the_word", [False, True])
def test_attack_page_gets_nothing(folder, address, open_page, knows_the_word):
    """A page on another port of this computer, which for some checks of browsers is the same site."""
    (folder / "content/claims/lit.md").write_text("---\nstatement: It was lit.\nclaimant: gas\n---\n", encoding="utf-8")
    place = urlsplit(address)
    word = place.path.split("/")[2] if knows_the_word else "0" * 64
    html = ATTACK.replace("DESK", f"http://{place.netloc}").replace("WORD", word).replace("CLAIM", "lit")

    class Attack(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Attack)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = open_page(f"http://127.0.0.1:{server.server_port}/")
        expect(page.locator("#log")).to_contain_text("all was tried", timeout=20_000)
        log = page.locator("#log").inner_text()
    finally:
        server.shutdown()
    print(log)
    assert "READ" not in log and "LOADED" not in log and "My work" not in log
    assert not (folder / "content/journal").exists()


def test_full_disk_loses_no_text(folder, tmp_path, open_page):
    path = folder / "content/profiles/gas.md"
    before = path.read_bytes()
    with desks.run(folder, tmp_path, "--as", "ann", limit=0) as (address, _):
        page = open_page(address + "edit/?path=content/profiles/gas.md")
        page.locator("#text").fill(page.locator("#text").input_value() + "They light lamps.\n")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".undone")).to_contain_text("nothing was saved")
        expect(page.locator("#text")).to_have_value(re.compile("They light lamps"))
        assert path.read_bytes() == before
        page.goto(address + "claims/tip/")
        page.locator("#comment-note").fill("It is dear.")
        page.get_by_role("button", name="Write the remark").click()
        expect(page.locator(".undone")).to_contain_text("cannot be written, and nothing was")
        expect(page.locator("#comment-note")).to_have_value("It is dear.")
        page.goto(address + "new/profile/")
        page.locator("#f-name").fill("Di")
        page.locator("#f-kind").select_option("person")
        page.get_by_role("button", name="Write it").click()
        expect(page.locator(".undone")).to_contain_text("nothing was written")
    assert sorted(file.name for file in path.parent.iterdir()) == sorted(
        name.rsplit("/", 1)[1] for name in desks.FILES if "profiles" in name
    )
    assert not list((folder / "content").glob("journal/*.jsonl"))


def test_step_that_was_cut_off_before_its_commit_is_shared_later(tmp_path, open_page):
    clones = desks.clones(tmp_path, tmp_path)
    room = clones["ann"]
    settings = room / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "  commit: yes\n", encoding="utf-8")
    desks.git(room, "commit", "-q", "-am", "Commit each step", home=tmp_path)
    hook = room / ".git/hooks/pre-commit"
    with desks.run(room, tmp_path) as (address, process):
        hook.write_text(f"#!/bin/sh\nkill -9 {process.pid}\nexit 1\n", encoding="utf-8")
        hook.chmod(0o755)
        page = open_page(address + "claims/tip/")
        page.locator("#comment-note").fill("It is dear.")
        page.get_by_role("button", name="Write the remark").click()
        process.wait(timeout=30)
    hook.unlink()
    journal = room / "content/journal/tip.jsonl"
    assert journal.read_text(encoding="utf-8").count("It is dear.") == 1
    with desks.serve(room, tmp_path) as address:
        page = open_page(address)
        expect(page.locator("main")).to_contain_text("1 step not shared yet, 1 of them in no commit")
        page.get_by_role("button", name="Take in what others did, and share mine").click()
        expect(page.locator(".done")).to_be_visible()
        page.goto(address + "claims/tip/")
        expect(page.locator("main")).to_contain_text("It is dear.")
    assert journal.read_text(encoding="utf-8").count("It is dear.") == 1


def test_locked_key_is_refused_and_nothing_waits(tmp_path, open_page):
    clones = desks.clones(tmp_path, tmp_path)
    key = tmp_path / "ann.key"
    subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", "a secret", "-f", str(key)], check=True)
    with desks.serve(clones["ann"], tmp_path) as address:
        page = open_page(address + "claims/tip/")
        page.locator("#comment-note").fill("It is dear.")
        page.get_by_role("button", name="Write the remark").click()
        expect(page.locator(".undone")).to_contain_text("nothing was signed")
        expect(page.locator(".undone")).to_contain_text("ssh-add")
    assert not (clones["ann"] / "content/journal").exists()


def test_refused_push_says_why_and_is_given_again(tmp_path, open_page):
    clones = desks.clones(tmp_path, tmp_path)
    hook = tmp_path / "common.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'closed for tonight' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with desks.serve(clones["ann"], tmp_path) as address:
        page = open_page(address + "claims/tip/")
        page.locator("#comment-note").fill("It is dear.")
        page.get_by_role("button", name="Write the remark").click()
        page.goto(address)
        page.get_by_role("button", name="Take in what others did, and share mine").click()
        expect(page.locator(".undone")).to_contain_text("closed for tonight")
        expect(page.locator("main")).to_contain_text("1 step not shared yet")
        hook.unlink()
        page.get_by_role("button", name="Take in what others did, and share mine").click()
        expect(page.locator(".done")).to_be_visible()
        expect(page.locator("main")).to_contain_text("Others have every step that was done here")
