"""A calendar of OpenTimestamps and a node of Bitcoin on loopback, for `ots` and for Assay.

    with Calendar() as calendar:
        calendar.address             # takes digests, and promises a block
        calendar.mine()              # puts all of them into blocks
        calendar.node                # what `ots --bitcoin-node` asks
        calendar.headers()           # what `assay verify --block-headers` reads
"""

import hashlib
import http.server
import json
import sys
import threading
from pathlib import Path

from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpPrepend, OpSHA256
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import Timestamp

FIRST = 900000
TIME = 1796000000  # 2026-11-29, 14:13:20 UTC


class Calendar:
    def __init__(self):
        self.digests = []
        self.blocks = {}
        self.answers = {}
        self.asked = []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def node(self):
        return f"http://user:word@127.0.0.1:{self.server.server_address[1]}/"

    def promise(self, digest):
        """The answer to a digest: some steps, and the promise of a block."""
        promised = Timestamp(digest)
        end = promised.ops.add(OpAppend(b"calendar")).ops.add(OpSHA256()).ops.add(OpPrepend(b"day"))
        end.attestations.add(PendingAttestation(self.address))
        self.digests.append(end.msg)
        return serialized(promised)

    def mine(self):
        """A block for each digest that has none."""
        for message in self.digests:
            if message in self.answers:
                continue
            height = FIRST + len(self.blocks)
            known = Timestamp(message)
            root = known.ops.add(OpSHA256()).ops.add(OpPrepend(b"\1" * 32)).ops.add(OpSHA256()).ops.add(OpSHA256())
            root.attestations.add(BitcoinBlockHeaderAttestation(height))
            self.blocks[height] = header(root.msg)
            self.answers[message] = serialized(known)

    def headers(self):
        """The headers of all blocks, a line each."""
        return "".join(f"{height} {block.hex()}\n" for height, block in sorted(self.blocks.items()))

    def call(self, method, arguments):
        """The answer of the node."""
        if method == "getblockhash":
            return block_hash(self.blocks[arguments[0]])
        if method == "getblockheader":
            return next(block.hex() for block in self.blocks.values() if block_hash(block) == arguments[0])
        return {"blocks": max(self.blocks, default=0), "chain": "main"}

    def __enter__(self):
        calendar = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                calendar.asked.append(self.path)
                if self.path == "/digest":
                    self.answer(200, calendar.promise(body))
                    return
                call = json.loads(body)
                result = calendar.call(call["method"], call["params"])
                self.answer(200, json.dumps({"result": result, "error": None, "id": call.get("id")}).encode())

            def do_GET(self):
                calendar.asked.append(self.path)
                message = bytes.fromhex(self.path.rsplit("/", 1)[1])
                known = calendar.answers.get(message)
                self.answer(200 if known else 404, known or b"Pending confirmation in Bitcoin blockchain")

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()


def serialized(timestamp):
    context = BytesSerializationContext()
    timestamp.serialize(context)
    return context.getbytes()


def header(root):
    """The header of a block with a Merkle root."""
    version, bits, nonce = (2).to_bytes(4, "little"), bytes.fromhex("ffff7f20"), bytes(4)
    return version + bytes(32) + root + TIME.to_bytes(4, "little") + bits + nonce


def block_hash(block):
    return hashlib.sha256(hashlib.sha256(block).digest()).digest()[::-1].hex()


def record(folder):
    """Writes the fixtures of Tests/StampsTests: a proof that waits, and the same with its block."""
    from opentimestamps.core.timestamp import DetachedTimestampFile

    folder = Path(folder)
    with Calendar() as calendar:
        file = DetachedTimestampFile(OpSHA256(), Timestamp(hashlib.sha256((folder / "text").read_bytes()).digest()))
        salted = file.timestamp.ops.add(OpAppend(b"0123456789abcdef")).ops.add(OpSHA256())
        for name in ("first.example", "second.example"):
            promised = Timestamp(salted.msg)
            promised.ops.add(OpPrepend(name.encode())).ops.add(OpSHA256()).attestations.add(
                PendingAttestation(f"https://{name}")
            )
            salted.merge(promised)
        (folder / "waiting.ots").write_bytes(whole(file))
        end = next(stamp for op, stamp in salted.ops.items() if b"first" in op[0]).ops[OpSHA256()]
        calendar.digests.append(end.msg)
        calendar.mine()
        (folder / "answer.bin").write_bytes(calendar.answers[end.msg])
        from opentimestamps.core.serialize import BytesDeserializationContext

        end.merge(Timestamp.deserialize(BytesDeserializationContext(calendar.answers[end.msg]), end.msg))
        (folder / "whole.ots").write_bytes(whole(file))
        (folder / "headers.txt").write_text("# height, header\n" + calendar.headers())


def whole(file):
    context = BytesSerializationContext()
    file.serialize(context)
    return context.getbytes()


if __name__ == "__main__":
    record(sys.argv[1])
