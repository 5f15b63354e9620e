"""A web server on loopback that says every byte itself: right answers, odd ones, and hostile ones.

Each path is a case. `Origin.pages` can be changed while it runs, for tests of pages that change or vanish. `Origin.requests` has
the bytes of every request.
"""

import gzip
import socket
import ssl
import subprocess
import threading
import time
from urllib.parse import parse_qs, unquote, urlsplit

QUOTE = "The ministry confirmed that 4,200 households were affected."
SENTENCES = [
    f"Paragraph {n} describes in some detail what officials of district {n * 7} said about the flood of {1900 + n}."
    for n in range(1, 31)
]


def article(quote=QUOTE, title="Flood report", extra="", sentences=SENTENCES):
    """A page with a quotation among other sentences, long enough that its share of common words means something."""
    paragraphs = "".join(f"<p>{text}</p>\n" for text in sentences)
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><h1>{title}</h1>\n<p>{quote}</p>\n{paragraphs}{extra}</body></html>"
    ).encode()


def answer(body, status="200 OK", kind="text/html; charset=utf-8", *fields):
    """A plain answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *fields, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def chunks(body, size):
    """A body in chunks."""
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def chunked(body, size, *fields):
    """An answer in chunks."""
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/html", "Transfer-Encoding: chunked", *fields, "", ""]
    return "\r\n".join(lines).encode() + chunks(body, size)


def redirect(place, status="302 Found", *fields):
    """A redirect."""
    return answer(b"moved", status, "text/plain", f"Location: {place}", *fields)


CHALLENGE = b"<!doctype html><title>Just a moment...</title><body>Checking your browser<script src=/c.js></script>"

WITH_PARTS = b"""<!doctype html><html><head><meta charset=utf-8><title>With parts</title>
<link rel="stylesheet" href="/parts/style.css"><link rel=icon href=/parts/icon.png>
<link rel=canonical href=/never/canonical><style>@import "/parts/inline.css"; body{background:url(/parts/inline.png)}</style>
<script src="/parts/code.js"></script></head><body style="background:url('/parts/attribute.png')">
<img src="/parts/one.png" srcset="/parts/small.png 1x, /parts/large.png 2x" alt=""><picture><source srcset="/parts/source.png"></picture>
<video poster=/parts/poster.png></video><iframe src="/parts/frame.html"></iframe>
<img src="/parts/missing.png"><img src="data:image/png;base64,AAAA"><a href=/never/linked>link</a>
<p>""" + QUOTE.encode() + b"</p></body></html>"

PARTS = {
    "/parts/style.css": ('@import url("deep.css"); a{background:url( \'/parts/css.png\' )} /* url(/never/comment.png) */', "text/css"),
    "/parts/deep.css": ("b{background:url(/never/two-levels.png)}", "text/css"),
    "/parts/inline.css": ("i{color:red}", "text/css"),
    "/parts/code.js": ("1", "text/javascript"),
    "/parts/frame.html": ("<p>Inside the frame.</p>", "text/html"),
} | {f"/parts/{name}.png": ("png", "image/png") for name in "icon inline attribute one small large source poster css".split()}


class Origin:
    """The server; `with Origin() as origin:` starts and stops it."""

    def __init__(self, tls=None, port=0):
        self.pages = {}
        self.requests = []
        self.robots = None
        self._tls = tls
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port = self._socket.getsockname()[1]
        self._ended = threading.Event()

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._socket.close()

    @property
    def address(self):
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def paths(self):
        """The targets that were asked for, in order."""
        return [request.split(b" ")[1].decode("latin-1") for request in self.requests]

    def _accept(self):
        while not self._ended.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            connection.settimeout(30)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(65536)
                if not piece:
                    return
                request += piece
            self.requests.append(request)
            target = request.split(b" ")[1].decode("latin-1")
            for piece in self.respond(target, request):
                if isinstance(piece, (int, float)):
                    if self._ended.wait(piece):
                        return
                else:
                    connection.sendall(piece)
        except OSError:
            pass
        finally:
            connection.close()

    def respond(self, target, request):
        """The pieces of the answer: bytes to send, and numbers of seconds to wait."""
        parts = urlsplit(target)
        path, query = unquote(parts.path), parse_qs(parts.query)
        if path in self.pages:
            page = self.pages[path]
            page = page() if callable(page) else page
            return page if isinstance(page, list) else [page]
        if path == "/robots.txt":
            return [answer(self.robots.encode(), "200 OK", "text/plain") if self.robots else answer(b"", "404 Not Found")]
        if path in PARTS:
            text, kind = PARTS[path]
            return [answer(text.encode(), "200 OK", kind)]
        if path == "/bye":
            return []
        case = getattr(self, "case_" + path.strip("/").split("/")[0].replace("-", "_"), None)
        return case(path, query, request) if case else [answer(b"<title>Not found</title>nothing here", "404 Not Found")]

    # Right answers.

    def case_article(self, path, query, request):
        return [answer(article())]

    def case_parts_page(self, path, query, request):
        return [answer(WITH_PARTS)]

    def case_chunked(self, path, query, request):
        return [chunked(article(), int(query.get("size", ["1000"])[0]))]

    def case_gzip(self, path, query, request):
        body = gzip.compress(article(), mtime=0)
        return [answer(body, "200 OK", "text/html; charset=utf-8", "Content-Encoding: gzip")]

    def case_gzip_chunked(self, path, query, request):
        return [chunked(gzip.compress(article(), mtime=0), 100, "Content-Encoding: gzip")]

    def case_early_hints(self, path, query, request):
        return [b"HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload\r\n\r\n", answer(article())]

    def case_clock(self, path, query, request):
        """A page with one sentence that differs each time."""
        return [answer(article(extra=f"<p>Read {time.time_ns()} times until now by people like you.</p>"))]

    def case_aside(self, path, query, request):
        return [answer(article("", extra=f'<div class="teaser-content">Teaser.</div><aside>{QUOTE}</aside>'))]

    # Other encodings.

    def case_gbk(self, path, query, request):
        text = '<meta http-equiv=Content-Type content="text/html; charset=gbk"><title>新闻</title><p>部长说：一切都好。</p>'
        return [answer(text.encode("gbk"), "200 OK", "text/html")]

    def case_charset_unicode(self, path, query, request):
        return [answer(b"<meta charset=unicode><title>Plain</title><p>" + QUOTE.encode(), "200 OK", "text/html")]

    def case_late_meta(self, path, query, request):
        text = "<!-- " + "x" * 1500 + ' --><meta charset="windows-1251"><title>Т</title><p>Министр сказал правду.</p>'
        return [answer(text.encode("windows-1251"), "200 OK", "text/html")]

    # Redirects.

    def case_chain(self, path, query, request):
        rest = int(path.split("/")[2])
        return [redirect(f"/chain/{rest - 1}") if rest else answer(article())]

    def case_moved(self, path, query, request):
        return [redirect("/article", "301 Moved Permanently")]

    def case_loop(self, path, query, request):
        return [redirect("/loop")]

    def case_to_file(self, path, query, request):
        return [redirect("file:///etc/passwd")]

    def case_to_metadata(self, path, query, request):
        return [redirect("http://169.254.169.254/latest/meta-data/")]

    def case_cookie_first(self, path, query, request):
        if b"seen=1" in request:
            return [answer(article())]
        return [redirect("/cookie-first", "302 Found", "Set-Cookie: seen=1; Path=/")]

    def case_to_root(self, path, query, request):
        return [redirect("/")]

    # Refusals.

    def case_status(self, path, query, request):
        status = path.split("/")[2]
        fields = [f"Retry-After: {query['after'][0]}"] if "after" in query else []
        return [answer(article("Nothing."), f"{status} Whatever", "text/html", *fields)]

    def case_challenge(self, path, query, request):
        return [answer(CHALLENGE, "403 Forbidden", "text/html", "cf-mitigated: challenge")]

    def case_challenge_200(self, path, query, request):
        return [answer(CHALLENGE, "200 OK", "text/html", "cf-mitigated: challenge")]

    def case_scripts(self, path, query, request):
        return [answer(b"<!doctype html><title>App</title><div id=root></div>" + b"<script>1</script>" * 8)]

    # Odd and broken messages.

    def case_odd(self, path, query, request):
        head = b'HTTP/1.1 200 OK\r\nP3P : CP="NOI"\r\nSet-Cookie: a=\x01\xb3\r\nX-Folded: a\r\n b\r\n'
        return [head + b"Content-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n" + article()]

    def case_bare(self, path, query, request):
        return [b"HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nConnection: close\n\n" + article()]

    def case_cookie_bytes(self, path, query, request):
        head = b"HTTP/1.1 200 OK\r\nSet-Cookie: \xb3\xd2\xda\xcd\xd7=1; Path=/\r\nContent-Type: text/html\r\n"
        return [head + b"Connection: close\r\n\r\n" + article()]

    def case_reason(self, path, query, request):
        body = article("Nada.")
        return [f"HTTP/1.1 404 Artículo no encontrado\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body]

    def case_short(self, path, query, request):
        return [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n" + article()[:400]]

    def case_broken_chunk(self, path, query, request):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        return [head + b"400\r\n" + article()[:1024] + b"\r\nzz\r\nrest"]

    def case_long(self, path, query, request):
        return [answer(article(extra="<p>" + "x" * 3_000_000 + "</p>"))]

    def case_endless(self, path, query, request):
        def pieces():
            yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + article()
            while True:
                yield b"<p>and on, and on, and on</p>\n" * 4000

        return pieces()

    def case_drip(self, path, query, request):
        def pieces():
            yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Slow</title>"
            while True:
                yield b"."
                yield 0.2

        return pieces()

    def case_header_flood(self, path, query, request):
        return [b"HTTP/1.1 200 OK\r\n" + b"X-Filler: " + b"y" * 1000 + b"\r\n", *[b"X-F: " + b"y" * 1000 + b"\r\n"] * 400]

    def case_bomb(self, path, query, request):
        body = gzip.compress(b"<title>Bomb</title>" + b"\0" * 300_000_000, mtime=0)
        return [answer(body, "200 OK", "text/html", "Content-Encoding: gzip")]

    def case_old_http(self, path, query, request):
        return [b"<title>HTTP/0.9</title>"]


def certificate(folder):
    """A TLS context with a certificate that nobody trusts."""
    files = [str(folder / "key.pem"), str(folder / "cert.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
         "-keyout", files[0], "-out", files[1], "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])
    context.set_alpn_protocols(["h2", "http/1.1"])
    return context


if __name__ == "__main__":
    with Origin() as server:
        print(server.address, flush=True)
        threading.Event().wait()
