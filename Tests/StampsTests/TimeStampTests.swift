import Digests
import Encodings
import Testing

@testable import Stamps

@Suite("Time stamps of RFC 3161")
struct TimeStampTests {
    @Test(
        "hold in every form in which authorities send them",
        arguments: ["chain", "leaf", "ber", "token", "short"]
    )
    func holds(_ way: String) throws {
        let reply = try Fixture.reply(way)
        try reply.requireStamp(of: Fixture.digest())
        let voucher = try reply.vouching(from: Fixture.roots())
        #expect(voucher.root?.name == "Test Root")
        #expect(voucher.signer == (way == "short" ? "Short Authority" : "Test Authority"))
        #expect(reply.time.description.hasPrefix("2026-11-29T03:"))
        #expect(reply.form == (way == "token" ? .token : .reply))
    }

    @Test("have a signature that holds without a known root", arguments: ["chain", "leaf", "ber", "token"])
    func withoutRoot(_ way: String) throws {
        for roots in [StampRoots.none, try Fixture.roots("another-root")] {
            let voucher = try Fixture.reply(way).vouching(from: roots)
            #expect(voucher.root == nil)
            #expect(voucher.missingIssuer == "Test Root")
        }
    }

    @Test("of a certificate whose time had ended do not hold")
    func late() throws {
        let reply = try Fixture.reply("late")
        for roots in [StampRoots.none, try Fixture.roots()] {
            let problem = try #require(
                throws: TimeStampProblem.self
            ) { try reply.vouching(from: roots) }
            guard case .notValidThen(let name, _, _, let time) = problem else {
                Issue.record("\(problem)")
                return
            }
            #expect(name == "Late Authority" && time == reply.time.description)
        }
    }

    @Test("of a certificate for something else do not hold")
    func purpose() throws {
        let reply = try Fixture.reply("purpose")
        try reply.requireStamp(of: Fixture.digest())
        for roots in [StampRoots.none, try Fixture.roots()] {
            #expect(
                throws: TimeStampProblem.badCertificate(
                    "No Authority",
                    reason: "it was not issued for time stamps alone"
                )
            ) { try reply.vouching(from: roots) }
        }
    }

    @Test("that were changed do not hold")
    func tampered() throws {
        #expect(throws: TimeStampProblem.badSignature("Test Authority")) {
            try Fixture.reply("tampered").vouching(from: Fixture.roots())
        }
    }

    @Test("hold for no change of any byte that they vouch for")
    func everyByte() throws {
        let bytes = try Fixture.bytes("leaf.tsr")
        let (roots, digest) = (try Fixture.roots(), try Fixture.digest())
        let whole = try TimeStampReply(bytes)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 0x01
            guard let reply = try? TimeStampReply(changed), (try? reply.requireStamp(of: digest)) != nil,
                let voucher = try? reply.vouching(from: roots), voucher.root != nil
            else { continue }
            // What still holds says the same: only bytes outside of what is signed may differ.
            #expect(reply.time == whole.time && reply.serial == whole.serial, "byte \(place)")
        }
    }

    @Test("of another text, and answers to other queries, are told apart")
    func questions() throws {
        let digest = try Fixture.digest()
        #expect(throws: TimeStampProblem.otherText(Digest(of: Array("another text".utf8)).hexadecimal)) {
            try Fixture.reply("other").requireStamp(of: digest)
        }
        let nonce = try #require(try Fixture.reply("chain").nonce)
        let query = TimeStampQuery(of: digest, nonce: nonce)
        try Fixture.reply("chain").requireAnswer(to: query)
        #expect(throws: TimeStampProblem.otherNonce) { try Fixture.reply("nonce").requireAnswer(to: query) }
    }

    @Test("that were refused say why")
    func refused() {
        #expect(
            throws: TimeStampProblem.refused(
                "rejected, it has no such policy, \"Requested policy is not supported.\""
            )
        ) { try Fixture.reply("refused") }
    }

    @Test("are nothing else")
    func noStamp() throws {
        #expect(throws: TimeStampProblem.notAStamp) { try TimeStampReply([]) }
        #expect(throws: TimeStampProblem.notAStamp) { try TimeStampReply(Array("<p>Sign in".utf8)) }
        #expect(throws: TimeStampProblem.notAStamp) { try TimeStampReply(Fixture.bytes("chain.tsr") + [0]) }
        #expect(throws: TimeStampProblem.notAStamp) {
            try TimeStampReply(Fixture.bytes("chain.tsr").dropLast())
        }
        #expect(throws: TimeStampProblem.tooLarge(262_145, limit: 262_144)) {
            try TimeStampReply([UInt8](repeating: 0x30, count: 262_145))
        }
    }

    @Test("survive any change of a byte without a trap")
    func hostile() throws {
        let roots = try Fixture.roots()
        for way in ["chain", "ber", "token"] {
            let bytes = try Fixture.bytes(way + ".tsr")
            for place in stride(from: 0, to: bytes.count, by: 5) {
                for change in [0x80, 0x7F] as [UInt8] {
                    var changed = bytes
                    changed[place] ^= change
                    _ = try? TimeStampReply(changed).vouching(from: roots)
                    _ = try? TimeStampReply(Array(bytes[..<place]) + [change]).vouching(from: roots)
                }
            }
        }
    }

    @Test("are asked for with a query in DER")
    func query() throws {
        let query = TimeStampQuery(of: try Fixture.digest(), nonce: [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(
            Hexadecimal.text(of: query.bytes)
                == "30430201013031300d060960864801650304020105000420" + query.digest.hexadecimal
                + "020801020304050607080101ff"
        )
        let nonces = Set((0..<20).map { _ in TimeStampQuery(of: query.digest).nonce })
        #expect(nonces.count == 20 && nonces.allSatisfy { $0.count == 8 && (1...0x7F).contains($0[0]) })
    }
}

@Suite("Roots of authorities")
struct StampRootTests {
    @Test("are read from PEM, and written as they were")
    func pem() throws {
        let roots = try Fixture.roots()
        let root = StampRoot(name: "Test\nRoot", certificate: try #require(roots.certificates.first))
        #expect(
            String(decoding: root.pem, as: UTF8.self).hasPrefix("# TestRoot\n-----BEGIN CERTIFICATE-----\n")
        )
        #expect(StampRoots(pem: root.pem) == roots)
        let both = try Fixture.bytes("root.pem") + Fixture.bytes("another-root.pem")
        #expect(StampRoots(pem: both)?.certificates.count == 2)
        #expect(StampRoots(pem: both + both)?.certificates.count == 2)
    }

    @Test("are certificates, and all of them whole")
    func broken() throws {
        #expect(StampRoots(pem: []) == nil)
        #expect(StampRoots(pem: Array("no certificate".utf8)) == nil)
        let bytes = try Fixture.bytes("root.pem")
        #expect(StampRoots(pem: bytes + bytes.dropLast(80)) == nil)
    }
}

@Suite("Times")
struct StampTimeTests {
    @Test("are read with and without fractions of seconds")
    func fractions() {
        let time = StampTime(generalized: Array("20261128100000.123Z".utf8))
        #expect(time?.description == "2026-11-28T10:00:00Z")
        #expect(time?.secondsSinceEpoch == 1_795_860_000)
        #expect(time?.compact == "20261128T100000Z")
        #expect(StampTime(secondsSinceEpoch: 1_795_860_000) == time)
        for text in ["20261128100000", "20261128100000+0100", "2026112810000Z", "20261338100000Z", ""] {
            #expect(StampTime(generalized: Array(text.utf8)) == nil, "\(text)")
        }
    }
}
