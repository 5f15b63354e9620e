import Assay
import Diagnostics
import Digests
import Files
import Foundation
import Newsroom
import Testing

@testable import Editorial

/// Lines without a valid signature, under a policy that requires one, in every use of a journal.
@Suite("Lines that count", .enabled(if: Tool.hasSSH, "ssh-keygen is not installed"))
struct SignatureTests {
    /// A newsroom with a signed, published ruling.
    private func newsroom(_ policy: String = "signatures: required") async throws -> (DeskFolder, SigningKey)
    {
        let folder = try DeskFolder(policy: policy)
        let ana = try folder.key(of: "ana")
        try await folder.publish(key: ana, reviewerKey: try folder.key(of: "bo"))
        return (folder, ana)
    }

    private func check(_ folder: DeskFolder) async throws -> Set<String> {
        let today = try #require(CalendarDate("2026-12-01"))
        let report = await Pipeline.check(Request(folder: folder.tree, today: today))
        return Set(report.diagnostics.filter { $0.severity == .error }.map(\.rule.name))
    }

    private func page(_ folder: DeskFolder, _ path: String = "claims/it-is/index.html") async throws
        -> String?
    {
        let today = try #require(CalendarDate("2026-12-01"))
        let name = "/_site-\(UUID().uuidString)"
        _ = try await Pipeline.build(
            Request(folder: folder.tree, today: today, keepsGoing: true),
            into: try OutputFolder(path: folder.path + name, root: folder.path, protected: [])
        )
        return try? folder.text(name + "/" + path)
    }

    /// Changes that make a signature invalid, to the journal's lines or to the keys.
    private static let forgeries:
        [(
            name: String, lines: @Sendable ([JournalLine]) -> [JournalLine],
            keys: (@Sendable (String) -> String)?, rule: String
        )] = [
            ("made up", { $0.replacing(1) { $0.signed("made up") } }, nil, "bad-signature"),
            (
                "made up in the right form",
                { lines in
                    lines.replacing(1) {
                        $0.signed(
                            "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----\n"
                        )
                    }
                }, nil, "bad-signature"
            ),
            (
                "of another line",
                { lines in lines.replacing(1) { $0.signed(lines[0].signature ?? "") } }, nil, "bad-signature"
            ),
            ("none", { $0.replacing(1) { $0.unsigned } }, nil, "missing-signature"),
            (
                "by a key that expired", { $0 },
                { $0.replacing("namespaces", with: "valid-before=\"20200101\",namespaces") }, "bad-signature"
            ),
            (
                "by a key not valid yet", { $0 },
                { $0.replacing("namespaces", with: "valid-after=\"20990101\",namespaces") }, "bad-signature"
            ),
            (
                "by a key for git alone", { $0 }, { $0.replacing("\"assay\"", with: "\"git\"") },
                "bad-signature"
            ),
            ("by a key taken out", { $0 }, { _ in "" }, "bad-signature"),
            (
                "by a key of somebody else", { $0 },
                {
                    $0.replacing("bo ", with: "X ").replacing("ana ", with: "bo ").replacing(
                        "X ",
                        with: "ana "
                    )
                }, "bad-signature"
            ),
        ]

    @Test(
        "a line whose signature does not hold is no line, in check, build, status, log and pages",
        arguments: forgeries.indices
    )
    func forged(_ index: Int) async throws {
        let (name, change, keys, rule) = Self.forgeries[index]
        let (folder, _) = try await newsroom()
        #expect(try await check(folder) == [])
        #expect(try #require(try await page(folder)).contains("signed with a key"))
        try folder.changeJournal(change)
        if let keys { try folder.write(AllowedSigners.path, keys(try folder.text(AllowedSigners.path))) }
        #expect(try await check(folder).contains(rule), "\(name)")
        #expect(try await folder.verify().diagnostics.map(\.rule.name).contains(rule), "\(name)")
        let claim = try await folder.claim()
        #expect(claim.history.standing == .unpublished && claim.state != .published, "\(name)")
        #expect(claim.logLines(for: "ana").contains { $0.contains("counts as no line") }, "\(name)")
        #expect(try await page(folder) == nil, "\(name)")
        let day = try #require(CalendarDate("2026-12-01"))
        let status = StatusReport(try await folder.desk(), try await folder.newsroom(), today: day)
        #expect(status.rows.first?.state != .published, "\(name)")
    }

    @Test(
        "an unsigned line is no line, whatever it says",
        arguments: [
            JournalEvent.commented(note: "Spam."), .replyAsked(from: "jo", note: nil),
            .reopened(note: "Look."),
            .assigned(to: "cy", note: nil), .replyReceived(from: "jo", note: "Yes."),
        ]
    )
    func unsigned(_ event: JournalEvent) async throws {
        let (folder, ana) = try await newsroom()
        let before = try await folder.claim()
        try folder.changeJournal { $0.adding(event, by: "ana") }
        let after = try await folder.claim()
        #expect(after.history == before.history && after.state == .published)
        #expect(try await check(folder) == ["missing-signature"])
        #expect(try #require(try await page(folder)).contains("signed with a key"))
        // Once a signed line follows, the unsigned one is a warning.
        try await folder.act(.comment(note: "That was not us."), by: "ana", key: ana)
        #expect(try await check(folder) == [])
        #expect(try await folder.verify().diagnostics.map(\.severity) == [.warning])
    }

    @Test("what was published on a sign-off that does not count is an error")
    func signOffs() async throws {
        let (folder, _) = try await newsroom()
        let keys = try folder.text(AllowedSigners.path)
        try folder.write(AllowedSigners.path, keys.replacing("bo ", with: "cy "))
        #expect(try await check(folder) == ["bad-signature", "published-without-approval"])
        #expect(try await folder.claim().history.standing.publication?.signOffs == [])
    }

    @Test("a key that ran out or is not listed can be listed; a line that was changed is restored")
    func advice() async throws {
        let (folder, _) = try await newsroom()
        func advice() async throws -> [String] {
            try await folder.verify().diagnostics.filter { $0.rule.name == "bad-signature" }.compactMap(
                \.help
            )
        }
        let keys = try folder.text(AllowedSigners.path)
        for changed in [
            keys.replacing("namespaces", with: "valid-before=\"20200101\",namespaces"),
            keys.replacing("bo ", with: "cy "), "",
        ] {
            try folder.write(AllowedSigners.path, changed)
            let found = try await advice()
            #expect(
                !found.isEmpty && found.allSatisfy { $0.hasPrefix("if the key is the author's, list it") }
            )
        }
        try folder.write(AllowedSigners.path, keys)
        try folder.changeJournal { $0.replacing(1) { $0.signed("made up") } }
        let found = try await advice()
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("the line was changed") })
    }

    @Test("a reply that nobody known says was asked for does not let a text be published")
    func rightOfReply() async throws {
        let folder = try DeskFolder(policy: "signatures: required\nright-of-reply: yes")
        let (ana, bo) = (try folder.key(of: "ana"), try folder.key(of: "bo"))
        try await folder.act(.submit(note: nil), by: "ana", key: ana)
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo", key: bo)
        try folder.changeJournal { $0.adding(.replyAsked(from: "jo", note: nil), by: "ana") }
        await #expect { try await folder.act(.publish, by: "ana", key: ana) } throws: {
            "\($0)".contains("jo")
        }
        await #expect { try await folder.act(.askReply(of: "jo", note: nil), by: "ana") } throws: {
            "\($0)".contains("wants `reply-asked` to be signed")
        }
        try await folder.act(.askReply(of: "jo", note: nil), by: "ana", key: ana)
        try await folder.act(.publish, by: "ana", key: ana)
        #expect(try await folder.state() == .published)
    }

    @Test("where signatures are optional, one that does not hold is an error, and is not shown as one")
    func optional() async throws {
        let (folder, _) = try await newsroom("signatures: optional")
        #expect(try #require(try await page(folder)).contains("signed with a key"))
        try folder.changeJournal { lines in
            lines.indices.reduce(lines) { lines, index in lines.replacing(index) { $0.signed("made up") } }
        }
        #expect(try await check(folder) == ["bad-signature"])
        #expect(try await folder.state() == .published)
        #expect(try #require(try await page(folder)).contains("signed with a key") == false)
    }

    @Test(
        "a merge conflict in the file of keys, or a line that names no key, is found at its line",
        arguments: [
            ("<<<<<<< HEAD\nKEYS=======\n>>>>>>> update\n", ["merge-conflict 1"]),
            ("KEYS# ana BBBB\n\nnonsense line here\n", ["unread-signer 5"]), ("KEYS", []),
        ]
    )
    func keys(_ file: String, expected: [String]) async throws {
        let (folder, _) = try await newsroom()
        let keys = try folder.text(AllowedSigners.path)
        try #require(keys.split(separator: "\n").count == 2 && keys.hasSuffix("\n"))
        try folder.write(AllowedSigners.path, file.replacing("KEYS", with: keys))
        let desk = try await folder.desk()
        let found = desk.diagnostics.filter { $0.span?.file == AllowedSigners.path }
        #expect(found.map { "\($0.rule.name) \($0.span?.line ?? 0)" } == expected)
        #expect((desk.files[AllowedSigners.path] != nil) == !expected.isEmpty)
    }

    /// Contents of `allowed_signers`; `A` and `B` stand for the keys of ana and bo.
    private static let files = [
        "ana A\nbo B\n", "ana namespaces=\"assay\" A\n", "ana namespaces=\"git,assay\" A a comment\n",
        "ana namespaces=\"git\" A\n", "ana valid-after=\"20260101\" A\n", "ana valid-before=\"20260101\" A\n",
        "ana valid-after=\"20261118\",valid-before=\"20261119Z\" A\n", "bo A\nana B\n", "bo A\n",
        "bo,ana A\n", "an A\n", "ana namespaces=\"ass*\" A\n", "a* A\n", "ana cert-authority A\n",
        "# A comment.\n\nana A\n", "ana B\nana A\n", "ana valid-before=\"20260101\" A\nana A\n",
        "ana ssh-ed25519 AAAA\nana A\n",
        "ana valid-before=\"soon\" A\n", "ana NAMESPACES=\"assay\" A\n", "\"ana\" A\n",
        "ana valid-after=\"202611181306\" A\n",
    ]

    @Test("Assay and ssh-keygen say the same of a signature, with every file of keys", arguments: files)
    func sameAsSSHKeygen(_ file: String) async throws {
        let folder = try DeskFolder()
        let ana = try folder.key(of: "ana")
        _ = try folder.key(of: "bo")
        try await folder.act(.submit(note: nil), by: "ana", key: ana)
        let line = try #require(try await folder.claim().journal.lines.first)
        let keys = try ["ana", "bo"].map { name in
            try folder.text(".keys-\(name).pub").split(separator: " ").prefix(2).joined(separator: " ")
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let text = file.replacing(" A", with: " " + keys[0]).replacing(" B", with: " " + keys[1])
        for signers in [
            AllowedSigners(Array(text.utf8), in: try await folder.newsroom()),
            AllowedSigners(published: Array(text.utf8)),
        ] {
            let theirs = await SSHKeygen.verify(
                line.signature ?? "",
                of: line.signedBytes,
                by: "ana",
                at: line.time,
                signers
            )
            let ours = await SignatureVerifier.verify(line, signers)
            #expect((ours == .verified) == (theirs == .verified), "\(ours), \(theirs)")
        }
    }

    @Test("what was verified is remembered with its keys, outside the newsroom, and nothing else is believed")
    func memory() async throws {
        let (folder, _) = try await newsroom()
        let newsroom = try await folder.newsroom()
        let memory = SignatureMemory()
        let desk = await Desk.load(newsroom, from: folder.tree, remembering: memory)
        let journal = try #require(desk.claims["it-is"]).journal
        let signers = try #require(desk.signers)
        let names = journal.ranges.map { SignatureMemory.name(of: journal.file.bytes[$0], signers) }
        #expect(memory.known(names).count == 3)
        // Other keys, or another line, are not in the cache.
        let others = signers.of(["bo"])
        #expect(
            memory.known(journal.ranges.map { SignatureMemory.name(of: journal.file.bytes[$0], others) })
                == []
        )
        #expect(UserCache.path("x", outside: "/nowhere/at/all") != nil)
        let home = try #require(UserCache.path("x", outside: "/nowhere/at/all"))
        #expect(UserCache.path("x", outside: String(home.dropLast("/assay/x".count))) == nil)
    }
}

extension [JournalLine] {
    fileprivate func replacing(_ index: Int, _ change: (JournalLine) -> JournalLine) -> [JournalLine] {
        indices.map { $0 == index ? change(self[$0]) : self[$0] }
    }

    fileprivate func adding(_ event: JournalEvent, by author: String) -> [JournalLine] {
        guard let last else { return self }
        return self + [
            JournalLine(
                previous: last.digest,
                claim: last.claim,
                time: last.time,
                author: author,
                event: event
            )
        ]
    }
}

extension JournalLine {
    fileprivate var unsigned: JournalLine {
        JournalLine(
            previous: previous,
            mended: mended,
            claim: claim,
            time: time,
            author: author,
            name: name,
            event: event
        )
    }
}

extension DeskFolder {
    /// Changes a journal's lines and re-chains them.
    fileprivate func changeJournal(_ change: ([JournalLine]) -> [JournalLine]) throws {
        let lines = Journal("it-is", SourceFile(path: "", text: try text(journalPath))).lines
        let bytes = JournalTests.rechained(change(lines)).flatMap(\.bytes)
        try write(journalPath, String(decoding: bytes, as: UTF8.self))
    }
}
