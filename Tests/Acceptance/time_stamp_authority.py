"""A time-stamp authority on loopback, made of `openssl ts`, which can also answer wrongly.

    with Authority(folder) as authority:
        authority.address("chain")   # http://127.0.0.1:40123/chain

Each path of an address is a way to answer:

    chain     the whole chain, in an unsorted SET
    leaf      the signer's certificate alone
    ber       BER: lengths are left open, and the text is in pieces
    token     the bare token
    late      signed with a certificate whose time ended long ago
    short     signed with a certificate whose time ends some seconds later
    other     a stamp of another text
    nonce     an answer to another query about the same text
    tampered  one byte of the signature changed
    refused   a reply without a stamp
    page      a web page
    error     status 503
    purpose   signed with a certificate that was not made for time stamps
"""

import hashlib
import http.server
import subprocess
import sys
import threading
import time
from pathlib import Path

CONFIGURATION = """
[t]
serial = {folder}/serial
signer_cert = {folder}/{signer}.pem
signer_key = {folder}/{signer}.key
signer_digest = sha256
{certs}
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = sha256
[tsa]
default_tsa = t
[ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[plain]
keyUsage = critical,digitalSignature
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[req]
distinguished_name = d
prompt = no
[d]
CN = x
[ca]
default_ca = c
[c]
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/caserial
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
"""

CONTENT_TYPE = "1.2.840.113549.1.9.16.1.4"  # id-ct-TSTInfo


def run(*words, **options):
    """The output of a program that has to succeed."""
    done = subprocess.run(words, capture_output=True, **options)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def stamp(seconds):
    """A time from now on, as `openssl ca` reads it."""
    return time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + seconds))


class Authority:
    """The authority, its root and its certificates, in a folder of its own."""

    def __init__(self, folder, name="Test Root"):
        self.folder = Path(folder).absolute()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.queries = []
        (self.folder / "serial").write_text("01")
        (self.folder / "caserial").write_text("1000")
        (self.folder / "index.txt").write_text("")
        self.configuration("signer", "")
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        run(
            "openssl", "req", "-x509", *key, "-keyout", f"{self.folder}/root.key", "-out", self.root, "-days", "3650",
            "-config", f"{self.folder}/signer.cnf", "-extensions", "root", "-subj", f"/CN={name}",
        )
        self.issue("signer", "Test Authority", "ext", -3600, 86400 * 365)
        self.issue("late", "Late Authority", "ext", -86400 * 20, -86400 * 10)
        self.issue("short", "Short Authority", "ext", -3600, 4)
        self.issue("plain", "No Authority", "plain", -3600, 86400 * 365)
        self.server = None

    @property
    def root(self):
        """The file of the root's certificate."""
        return str(self.folder / "root.pem")

    def configuration(self, signer, certs):
        """Writes the configuration for a signer; its path."""
        path = self.folder / f"{signer}{'-chain' if certs else ''}.cnf"
        path.write_text(CONFIGURATION.format(folder=self.folder, signer=signer, certs=certs))
        return str(path)

    def issue(self, name, title, extensions, start, end):
        """Issues a certificate that is valid between two times, in seconds from now."""
        path = f"{self.folder}/{name}"
        configuration = self.configuration(name, "")
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        run("openssl", "req", *key, "-keyout", f"{path}.key", "-out", f"{path}.csr", "-config", configuration,
            "-subj", f"/CN={title}")
        run("openssl", "ca", "-batch", "-notext", "-config", configuration, "-cert", self.root, "-keyfile",
            f"{self.folder}/root.key", "-in", f"{path}.csr", "-out", f"{path}.pem", "-extfile", configuration,
            "-extensions", extensions, "-startdate", stamp(start), "-enddate", stamp(end))

    def reply(self, query, signer="signer", chain=True, token=False):
        """The reply of `openssl ts` to a query."""
        configuration = self.configuration(signer, f"certs = {self.root}" if chain else "")
        question, answer = self.folder / "q.tsq", self.folder / "a.tsr"
        question.write_bytes(query)
        run("openssl", "ts", "-reply", "-config", configuration, "-queryfile", str(question), "-out", str(answer),
            *(["-token_out"] if token else []))
        return answer.read_bytes()

    def query(self, text, *more):
        """A query of `openssl ts` about a text."""
        data = self.folder / "text"
        data.write_bytes(text)
        run("openssl", "ts", "-query", "-data", str(data), "-sha256", "-cert", *more, "-out", f"{self.folder}/own.tsq")
        return (self.folder / "own.tsq").read_bytes()

    def answer(self, way, query):
        """The answer to a query, in one of the ways that are listed above."""
        if way == "leaf":
            return self.reply(query, chain=False)
        if way == "ber":
            return ber(self.reply(query))
        if way == "token":
            return self.reply(query, token=True)
        if way in ("late", "short"):
            return self.reply(query, way)
        if way == "other":
            return self.reply(self.query(b"another text"))
        if way == "nonce":
            # The same text, asked for by somebody else.
            again = bytearray(query)
            # The nonce is the last value but for the wish for certificates, which has three bytes.
            again[-4] ^= 1
            return self.reply(bytes(again))
        if way == "tampered":
            reply = bytearray(self.reply(query))
            reply[-3] ^= 1
            return bytes(reply)
        if way == "refused":
            return self.reply(self.query(b"text", "-tspolicy", "1.2.3.9"))
        if way == "purpose":
            return self.forged(query)
        return self.reply(query)

    def forged(self, query):
        """A token with the right content, signed with a certificate that was made for something else."""
        token = self.folder / "token"
        token.write_bytes(self.reply(query, token=True))
        content = self.folder / "content"
        run("openssl", "cms", "-verify", "-noverify", "-inform", "DER", "-in", str(token), "-out", str(content))
        return run(
            "openssl", "cms", "-sign", "-binary", "-nodetach", "-cades", "-econtent_type", CONTENT_TYPE,
            "-in", str(content), "-signer", f"{self.folder}/plain.pem", "-inkey", f"{self.folder}/plain.key",
            "-outform", "DER",
        )

    # The server

    def address(self, way):
        """The address that answers in a way."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/{way}"

    def __enter__(self):
        authority = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                query = self.rfile.read(int(self.headers["Content-Length"]))
                way = self.path.strip("/")
                authority.queries.append((way, self.headers["Content-Type"], query))
                if way == "error":
                    self.send_error(503)
                    return
                body = b"<p>Sign in" if way == "page" else authority.answer(way, query)
                self.send_response(200)
                self.send_header("Content-Type", "text/html" if way == "page" else "application/timestamp-reply")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()


# BER


def values(data):
    """The values in DER: their tag, content and bytes."""
    place = 0
    while place < len(data):
        tag, length, start = data[place], data[place + 1], place + 2
        if length >= 0x80:
            count = length & 0x7F
            length = int.from_bytes(data[start:start + count], "big")
            start += count
        yield tag, data[start:start + length], data[place:start + length]
        place = start + length


def ber(data, path=()):
    """DER in another encoding of BER: open lengths, and octets in pieces; what is signed byte for byte stays.

    Certificates and signed attributes are such: each [0] in the signed data, but for that around the text, its third part.
    """
    result = b""
    for index, (tag, content, whole) in enumerate(values(data)):
        here = path + (index,)
        if tag == 0xA0 and len(here) >= 5 and here[4] != 2:
            result += whole
        elif tag & 0x20:
            result += bytes([tag, 0x80]) + ber(content, here) + b"\0\0"
        elif tag == 0x04 and len(content) > 64:
            pieces = [content[:40], content[40:]]
            result += b"\x24\x80" + b"".join(bytes([4, len(piece)]) + piece for piece in pieces) + b"\0\0"
        else:
            result += whole
    return result


def listed(content, path):
    """A line of a list of files, as `sha256sum` writes it."""
    return f"{hashlib.sha256(content).hexdigest()}  {path}\n".encode()


def record(folder):
    """Writes the fixtures of Tests/StampsTests."""
    folder = Path(folder)
    scratch = folder / "scratch"
    authority = Authority(scratch)
    text = listed(b"captured\n", "content/captures/wire/20261128100000.warc.gz")
    query = authority.query(text)
    (folder / "text").write_bytes(text)
    (folder / "query.tsq").write_bytes(query)
    (folder / "root.pem").write_bytes(Path(authority.root).read_bytes())
    other = Authority(scratch / "other", "Another Root")
    (folder / "another-root.pem").write_bytes(Path(other.root).read_bytes())
    for way in ["chain", "leaf", "ber", "token", "late", "short", "other", "nonce", "tampered", "refused", "purpose"]:
        (folder / f"{way}.tsr").write_bytes(authority.answer(way, query))
    run("rm", "-r", str(scratch))


if __name__ == "__main__":
    record(sys.argv[1])
