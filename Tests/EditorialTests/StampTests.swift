import Captures
import Diagnostics
import Digests
import Files
import Newsroom
import Stamps
import Testing

@testable import Editorial

@Suite("Stampings of a newsroom")
struct StampTests {
    private static let list = "content/captures/stamps/\(StampFixture.name).sha256"

    @Test("vouch for the time of a capture")
    func holds() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder, replies: ["chain", "leaf", "ber", "token"], proof: "whole")
        let stamps = await VerifiedStamps(.read(from: folder.tree))
        #expect(stamps.diagnostics == [])
        let held = stamps.stamps(of: StampFixture.capture, Digest(of: Array("captured\n".utf8)))
        #expect(held.count == 5)
        #expect(held.filter(\.isVouchedFor).count == 4)
        #expect(held.map(\.witness).contains(.authority("Test Authority", root: "Test Root")))
        #expect(held.count(where: \.isBareToken) == 1)
        #expect(stamps.stamps(of: StampFixture.capture, Digest(of: Array("other".utf8))).isEmpty)
        #expect(stamps.manifests.first?.files.records == [.source("wire")])
    }

    @Test("are verified with the journals, and say which block to look at")
    func verify() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder, replies: ["chain", "token"], proof: "whole")
        var verification = Verification()
        let stamps = await VerifiedStamps(.read(from: folder.tree))
        let desk = try await folder.desk()
        verification.verify(stamps, desk, CaptureLock(), in: folder.tree)
        #expect(verification.isSound && verification.stampCount == 3)
        #expect(verification.notes.count == 2)
        #expect(
            verification.notes.last?.contains("Bitcoin's block 900000 has to have the Merkle root 4109bc")
                == true
        )

        let headers = try BlockHeaders(Array(StampFixture.bytes("headers.txt")))
        verification = Verification()
        verification.verify(stamps, desk, CaptureLock(), in: folder.tree, headers: headers)
        #expect(verification.isSound && verification.notes.last?.contains("vouches for it") == true)

        let others = try BlockHeaders(Array("900000 \(String(repeating: "00", count: 80))\n".utf8))
        verification = Verification()
        verification.verify(stamps, desk, CaptureLock(), in: folder.tree, headers: others)
        #expect(verification.diagnostics.map(\.rule) == [.brokenStamp])

        try folder.write(StampFixture.capture, "changed\n")
        verification = Verification()
        verification.verify(stamps, desk, CaptureLock(), in: folder.tree)
        #expect(verification.diagnostics.map(\.rule) == [.stampedOtherwise])
    }

    @Test(
        "with a reply that proves nothing are errors",
        arguments: [
            ("other", "it is the stamp of another text"),
            ("tampered", "does not hold: something in it was changed"),
            ("late", "was valid from"), ("purpose", "was not issued for time stamps alone"),
            ("refused", "the authority refused"),
        ]
    )
    func broken(_ way: String, _ words: String) async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder, replies: [way])
        let stamps = await VerifiedStamps(.read(from: folder.tree))
        #expect(stamps.diagnostics.map(\.rule) == [.brokenStamp])
        #expect(stamps.diagnostics.first?.message.contains(words) == true, "\(stamps.diagnostics)")
        #expect(!stamps.isStamped(StampFixture.capture, Digest(of: Array("captured\n".utf8))))
    }

    @Test("are remembered by their bytes, and those of the list and of the roots")
    func remembered() async throws {
        let folder = try DeskFolder()
        let memory = CaptureMemory()
        try StampFixture.add(to: folder, replies: ["chain", "token"])
        let first = await VerifiedStamps(.read(from: folder.tree), remembering: memory)
        let second = await VerifiedStamps(.read(from: folder.tree), remembering: memory)
        #expect(second.manifests.map(\.stamps) == first.manifests.map(\.stamps))
        #expect(second.manifests.first?.stamps.count == 2 && second.diagnostics.isEmpty)
        // A reply that was changed, and one about another list, are other replies.
        try StampFixture.add(to: folder, replies: ["tampered"])
        let changed = await VerifiedStamps(.read(from: folder.tree), remembering: memory)
        #expect(changed.diagnostics.map(\.rule) == [.brokenStamp])
        try folder.replace("captures/wire", with: "captures/other", in: Self.list)
        let other = await VerifiedStamps(.read(from: folder.tree), remembering: memory)
        #expect(other.manifests.first?.stamps.isEmpty == true)
        // Without a root nobody vouches, whatever a root vouched for before.
        let bare = try DeskFolder()
        try StampFixture.add(to: bare, root: false)
        let unknown = await VerifiedStamps(.read(from: bare.tree), remembering: memory)
        #expect(unknown.diagnostics.map(\.rule) == [.stampWithoutRoot])
        #expect(
            unknown.diagnostics
                == (await VerifiedStamps(.read(from: bare.tree), remembering: memory)).diagnostics
        )
    }

    @Test("are remembered in a file of lines, and a line that is none is passed over")
    func memoryFile() throws {
        let time = try #require(StampTime(secondsSinceEpoch: 1_795_000_000))
        let names = (1...3).map { Digest(of: [$0]) }
        var state = CaptureMemory.State()
        state.quotes = [names[2]]
        state.proofs = [
            names[0]: .init(signer: "A", root: "R", missingIssuer: nil, time: time, isBareToken: true),
            names[1]: .init(signer: "B", root: nil, missingIssuer: "I", time: time, isBareToken: false),
        ]
        var read = CaptureMemory.State()
        read.fill(from: Array((state.text + "T\tx\nF\t1\n\n").utf8))
        #expect(read.proofs == state.proofs && read.quotes == state.quotes)
        state.proofs[names[0]] = .init(
            signer: "A\tB",
            root: nil,
            missingIssuer: nil,
            time: time,
            isBareToken: false
        )
        read = CaptureMemory.State()
        read.fill(from: Array(state.text.utf8))
        #expect(read.proofs.keys.sorted { $0.hexadecimal < $1.hexadecimal } == [names[1]])
    }

    @Test("whose list was changed hold for nothing in it")
    func changedList() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder)
        try folder.write(Self.list, "\(Digest(of: Array("forged\n".utf8)))  \(StampFixture.capture)\n")
        let stamps = await VerifiedStamps(.read(from: folder.tree))
        #expect(stamps.diagnostics.map(\.rule) == [.brokenStamp])
        try folder.write(Self.list, "no list\n")
        #expect(StampShelf.read(from: folder.tree).diagnostics.map(\.rule) == [.brokenStamp])
    }

    @Test("without a known root, or without anybody's word, are found")
    func incomplete() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder, root: false)
        let unknown = await VerifiedStamps(.read(from: folder.tree))
        #expect(unknown.diagnostics.map(\.rule) == [.stampWithoutRoot])
        let digest = Digest(of: Array("captured\n".utf8))
        #expect(unknown.stamps(of: StampFixture.capture, digest).map(\.isVouchedFor) == [false])
        let own = try #require(StampRoots(pem: Array(StampFixture.bytes("root.pem"))))
        #expect(await VerifiedStamps(.read(from: folder.tree), roots: own).diagnostics == [])

        let empty = try DeskFolder()
        try StampFixture.add(to: empty, replies: [])
        #expect(await VerifiedStamps(.read(from: empty.tree)).diagnostics.map(\.rule) == [.brokenStamp])
        try empty.write("content/captures/stamps/stray.tsr", "x")
        try empty.write("content/captures/roots/stray.pem", "x")
        #expect(StampShelf.read(from: empty.tree).diagnostics.count == 2)
    }

    @Test("are earlier than the time that a lock says")
    func early() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder)
        let stamps = await VerifiedStamps(.read(from: folder.tree))
        let right = Self.capture(StampFixture.capture, "captured\n", of: .source("wire"))
        #expect(stamps.earlyStamps(CaptureLock([right])) == [])
        let later = Self.capture(
            StampFixture.capture,
            "captured\n",
            of: .source("wire"),
            at: "2027-01-01T00:00:00Z"
        )
        let found = stamps.earlyStamps(CaptureLock([later]))
        #expect(found.map(\.severity) == [.warning])
        let other = Self.capture(StampFixture.capture, "other\n", of: .source("wire"))
        #expect(stamps.changedCaptures(CaptureLock([other])).map(\.rule) == [.stampedOtherwise])
    }

    @Test("show that a journal was cut at its end, or is gone")
    func heads() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        try await folder.act(.retract(reason: "It is not."), by: "ana")
        let heads = JournalHeads(of: try await folder.desk().claims.values.map(\.journal))
        #expect(JournalHeads(heads.bytes) == heads)
        #expect(heads.journals.map(\.lineCount) == [4])
        let name = "20261129T030000Z"
        func findings() async throws -> [Diagnostic] {
            let desk = try await folder.desk()
            return heads.findings(stampedIn: name) { desk.claims[$0]?.journal }
        }
        #expect(try await findings() == [])

        let whole = try folder.text(folder.journalPath)
        let lines = whole.split(separator: "\n").map { $0 + "\n" }
        try folder.write(folder.journalPath, lines.dropLast().joined())
        #expect(try await folder.verify().diagnostics == [], "the chain alone shows nothing")
        let cut = try await findings()
        #expect(cut.map(\.rule) == [.missingJournal])
        #expect(
            cut.first?.message
                == "the journal of `it-is` was cut: it had 4 lines when it was stamped (\(name)), and has 3"
        )
        try folder.write(folder.journalPath, "")
        #expect(try await findings().first?.message.contains("is gone, and had 4 lines") == true)

        try folder.write(folder.journalPath, whole)
        try await folder.act(.comment(note: "A remark."), by: "ana")
        #expect(try await findings() == [], "what was added since changes nothing")
    }

    @Test("with heads that are not those of the list are errors")
    func foreignHeads() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder)
        let heads = "content/captures/stamps/\(StampFixture.name).heads"
        try folder.write(heads, "")
        #expect(await VerifiedStamps(.read(from: folder.tree)).diagnostics.map(\.rule) == [.brokenStamp])
        for text in [
            "no heads\n", "\(Digest(of: [])) 0 content/journal/a.jsonl\n",
            "\(Digest(of: [])) 1 /etc/passwd\n",
        ] {
            #expect(JournalHeads(Array(text.utf8)) == nil)
        }
    }

    @Test("take what was never stamped, and journals that have gone on")
    func needed() async throws {
        let folder = try DeskFolder()
        try StampFixture.add(to: folder)
        let known = await VerifiedStamps(.read(from: folder.tree))
        let time = try #require(JournalTime("2026-11-29T04:00:00Z"))
        let stamped = Self.capture(StampFixture.capture, "captured\n", of: .source("wire"))
        let new = Self.capture(
            "content/captures/report/20261129030000.warc.gz",
            "new\n",
            of: .source("report")
        )
        let none = JournalHeads(of: [])
        #expect(!Stamping(CaptureLock([stamped]), none, after: known, at: time).isNeeded)
        let both = Stamping(CaptureLock([stamped, new]), none, after: known, at: time)
        #expect(both.captures == [new] && both.name == "20261129T040000Z")
        #expect(String(decoding: both.list, as: UTF8.self) == "\(new.sha256)  \(new.file)\n")
        #expect(
            !Stamping(CaptureLock([new]), none, of: [.source("wire")], after: known, at: time).isNeeded
        )
        try await folder.publish()
        let heads = JournalHeads(of: try await folder.desk().claims.values.map(\.journal))
        let journals = Stamping(CaptureLock([stamped]), heads, after: known, at: time)
        #expect(journals.isNeeded && journals.captures.isEmpty)
        #expect(
            String(decoding: journals.list, as: UTF8.self)
                == "\(Digest(of: heads.bytes))  content/captures/stamps/20261129T040000Z.heads\n"
        )
    }

    @Test("of which nobody vouches write nothing, and say why")
    func refused() async throws {
        let folder = try DeskFolder()
        let time = try #require(JournalTime("2026-11-29T04:00:00Z"))
        let lock = CaptureLock([Self.capture(StampFixture.capture, "captured\n", of: .source("wire"))])
        let stamping = Stamping(lock, JournalHeads(of: []), after: .none, at: time)
        let answers: [String: StampService.Answer] = [
            "http://a.example": .init(status: 503, body: []),
            "http://b.example": .init(status: 200, body: Array("<p>Sign in".utf8)),
            "http://c.example": .init(status: 200, body: Array(try StampFixture.bytes("chain.tsr"))),
            "http://d.example": .init(status: 200, body: Array(try StampFixture.bytes("other.tsr"))),
        ]
        let service = StampService { question in
            answers[question.address].map { .success($0) } ?? .failure(.init("no connection"))
        }
        let outcome = await stamping.ask(
            answers.keys.sorted() + ["http://e.example"],
            calendars: ["http://f.example"],
            through: service,
            .none,
            .none
        )
        #expect(!outcome.isStamped && outcome.calendars.proof == nil)
        let reasons = outcome.replies.map { reply in
            if case .failure(let failure) = reply.result { failure.reason } else { "" }
        }
        #expect(reasons[0] == "it answered with status 503")
        #expect(reasons[1].contains("neither a reply nor a token"))
        #expect(reasons[2].contains("its nonce is not the one that was sent"))
        #expect(reasons[3].contains("the stamp of another text"))
        #expect(reasons[4] == "no connection")
        #expect(outcome.files.map(\.path) == [stamping.listPath])
        #expect(!folder.tree.exists(CapturePlace.stamps))
    }

    @Test("name files after the hosts of authorities, whatever the addresses hold")
    func names() {
        let hosts = [
            "http://timestamp.digicert.com": "timestamp.digicert.com",
            "https://TSA.example:8080/a/b": "tsa.example-8080",
            "http://../../etc": "authority", "http://[::1]/x": "1-", "": "authority",
            "http://a.example/..%2f": "a.example",
        ]
        for (address, host) in hosts { #expect(StampedManifest.host(of: address) == host) }
        #expect(
            StampedManifest.replyPath(of: "N", authority: "http://a.example", number: 2)
                == "content/captures/stamps/N.a.example-2.tsr"
        )
    }

    @Test("ask only calendars that are known for the rest of a proof")
    func upgrade() async throws {
        let part = StampedManifest.Part(
            path: "content/captures/stamps/x.sha256.ots",
            bytes: Array(try StampFixture.bytes("waiting.ots"))
        )
        let answer = Array(try StampFixture.bytes("answer.bin"))
        let service = StampService { question in
            question.address.hasPrefix("https://first.example/timestamp/")
                ? .success(.init(status: 200, body: answer)) : .success(.init(status: 404, body: []))
        }
        let unknown = try #require(await ProofUpgrade(of: part, calendars: [], through: service))
        #expect(!unknown.isChanged && unknown.failures.count == 2)
        let known = try #require(
            await ProofUpgrade(
                of: part,
                calendars: ["https://first.example", "https://second.example/"],
                through: service
            )
        )
        #expect(known.isChanged && known.waiting == ["https://second.example"])
        #expect(known.proof.bytes == Array(try StampFixture.bytes("whole.ots")))
        let whole = StampedManifest.Part(path: part.path, bytes: known.proof.bytes)
        #expect(await ProofUpgrade(of: whole, calendars: [], through: service) == nil)
    }

    private static func capture(
        _ file: String,
        _ text: String,
        of record: CapturedRecord,
        at time: String = "2026-11-28T10:00:00Z"
    ) -> Capture {
        Capture(
            file: file,
            sha256: Digest(of: Array(text.utf8)),
            bytes: text.utf8.count,
            source: record,
            url: "https://example.org/",
            final: "https://example.org/",
            status: 200,
            at: time,
            how: .http,
            title: nil,
            main: "urn:uuid:0",
            payload: nil,
            text: nil,
            state: .ok
        )
    }
}
