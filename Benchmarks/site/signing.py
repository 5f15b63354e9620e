"""SSH signatures of journal lines, made with a key for each profile, without ssh-keygen and without Assay.

The form is that of OpenSSH's PROTOCOL.sshsig. The keys come from the profiles' ids, so that the same newsroom gives the
same bytes; nobody may trust them.
"""

import base64
import hashlib
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

NAMESPACE = b"assay"
KIND = b"ssh-ed25519"


def field(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


class Signers:
    """The keys of a newsroom's people."""

    def __init__(self):
        self.keys: dict[str, Ed25519PrivateKey] = {}

    def _key(self, profile: str) -> Ed25519PrivateKey:
        if profile not in self.keys:
            self.keys[profile] = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(profile.encode()).digest())
        return self.keys[profile]

    def _public(self, profile: str) -> bytes:
        raw = self._key(profile).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return field(KIND) + field(raw)

    def sign(self, profile: str, line: str) -> str:
        """The signature of a line with its line end, armoured."""
        of = field(NAMESPACE) + field(b"") + field(b"sha512")
        signature = self._key(profile).sign(b"SSHSIG" + of + field(hashlib.sha512(line.encode()).digest()))
        blob = b"SSHSIG" + struct.pack(">I", 1) + field(self._public(profile)) + of
        text = base64.b64encode(blob + field(field(KIND) + field(signature))).decode()
        lines = [text[start : start + 70] for start in range(0, len(text), 70)]
        return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])

    def allowed(self) -> str:
        """The file `content/allowed_signers` of those who signed something."""
        return "".join(
            f'{profile} namespaces="assay" {KIND.decode()} {base64.b64encode(self._public(profile)).decode()}\n'
            for profile in sorted(self.keys)
        )
